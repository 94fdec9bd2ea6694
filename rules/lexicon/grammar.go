package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// nouns.idx has a row for each noun: its key, its gender and its plural's key;
// see pack. The other files are searched as they are.
//
//go:embed nouns.idx
var nounsIndex string

//go:embed genitives.tsv
var genitivesTSV string

//go:embed postpositions.tsv
var postpositionsTSV string

//go:embed adverbials.tsv
var adverbialsTSV string

//go:embed determiners.tsv
var determinersTSV string

//go:embed adjectives.idx
var adjectivesIndex string

//go:embed verbs.idx
var verbsIndex string

var (
	nouns         = newTable(nounsIndex)
	genitives     = newTable(genitivesTSV)
	postpositions = newTable(postpositionsTSV)
	adverbials    = newTable(adverbialsTSV)
	determiners   = newTable(determinersTSV)
	adjectives    = newTable(adjectivesIndex)
	verbs         = newTable(verbsIndex)
)

// Gender is a grammatical gender; Unknown also stands for nouns of both.
type Gender byte

// The genders.
const (
	Unknown   Gender = 0
	Masculine Gender = 'm'
	Feminine  Gender = 'f'
)

// Grammar is what a form is to the grammar of a noun phrase.
type Grammar struct {
	// Noun says that the form is a form of a noun, Gender that noun's gender.
	Noun   bool
	Gender Gender
	// Genitive is the gender that a genitive (का, मेरा) agrees with, and Other
	// its form for the other gender.
	Genitive Gender
	Other    string
	// Case says that the form is a case mark: में से को पर ने तक.
	Case bool
	// Compound says that the form makes a postposition with a genitive before
	// it, and Takes what genders that may be of: "m", "f" or "mf".
	Compound bool
	Takes    string
	// Adjective is i for an adjective that does not decline and d for one that
	// does; Agrees is the gender that a declined one agrees with.
	Adjective byte
	Agrees    Gender
	// Adverbial says that the form with a case mark often makes an adverbial:
	// शुक्रवार को, तेजी से.
	Adverbial bool
	// Determiner says that the form can stand before adjectives: इस, एक, सभी.
	Determiner bool
	// Verb says that the form is a verb's and no noun or adjective.
	Verb bool
}

// GrammarOf returns what a form is to the grammar.
func GrammarOf(f *text.Form) *Grammar { return grammarMemo.Of(f.Canonical) }

var grammarMemo = text.NewMemo(func(f *text.Form) *Grammar {
	g := &Grammar{}
	if len(f.Folded) > MaxWord {
		return g
	}
	key := Key(f.Folded)
	if c := genitives.columns(f.Folded); c != nil {
		g.Genitive, g.Other = Gender(c[0][0]), c[1]
		return g
	}
	if c := postpositions.columns(f.Folded); c != nil {
		g.Case, g.Compound, g.Takes = c[0] == "case", c[0] == "compound", c[1]
	}
	g.Adverbial = adverbials.has(f.Folded + "\n")
	g.Determiner = determiners.has(f.Folded + "\n")
	g.Noun, g.Gender = nounGender(key)
	g.Adjective, g.Agrees = adjective(key)
	g.Verb = !g.Noun && g.Adjective == 0 && !g.Determiner && (verbs.has(key+"\n") || EndsSentence(f))
	return g
})

// nounEndings are the endings of inflected nouns with what their base ends in.
var nounEndings = [...]struct{ ending, base string }{
	{"ियों", "ी"}, {"ियों", "ि"}, {"ियों", "िया"}, {"ियां", "ी"}, {"ियां", "ि"}, {"ियां", "िया"},
	{"ाओं", "ा"}, {"ाएं", "ा"}, {"ुओं", "ू"}, {"ुओं", "ु"}, {"ुएं", "ू"}, {"ुएं", "ु"}, {"ओं", ""}, {"एं", ""},
	{"ों", ""}, {"ों", "ा"}, {"ें", ""}, {"े", "ा"},
}

// nounGender returns the gender of the noun that a key is a form of. A form of
// nouns of different genders is of none.
func nounGender(key string) (noun bool, gender Gender) {
	add := func(base, wants string) {
		for row := range rowsFrom(nouns.find(base+"\t"), base+"\t") {
			columns := strings.Split(row, "\t")
			if wants == "े" && !strings.HasSuffix(columns[2], "े") {
				continue // a masculine in ा that does not decline has no form in े
			}
			g := Gender(columns[1][0])
			if columns[1] == "mf" || noun && gender != g {
				g = Unknown
			}
			noun, gender = true, g
		}
	}
	if add(key, ""); noun {
		return noun, gender
	}
	for _, e := range nounEndings {
		if stem, ok := strings.CutSuffix(key, e.ending); ok && utf8.RuneCountInString(stem+e.base) >= 2 {
			add(stem+e.base, e.ending)
		}
	}
	return noun, gender
}

// adjective returns the kind of an adjective and the gender that a declined
// form agrees with.
func adjective(key string) (kind byte, agrees Gender) {
	if rest, ok := strings.CutPrefix(adjectives.find(key+"\t"), key+"\t"); ok {
		if rest[0] == 'd' {
			return 'd', Masculine
		}
		return 'i', Unknown
	}
	for _, e := range [...]struct {
		ending string
		gender Gender
	}{{"े", Masculine}, {"ी", Feminine}, {"ए", Masculine}, {"ई", Feminine}} {
		stem, ok := strings.CutSuffix(key, e.ending)
		if !ok || stem == "" {
			continue
		}
		for _, base := range [...]string{stem + "ा", stem + "या"} {
			if rest, ok := strings.CutPrefix(adjectives.find(base+"\t"), base+"\t"); ok && rest[0] == 'd' {
				return 'd', e.gender
			}
		}
	}
	return 0, Unknown
}

// IsVerbal reports whether a form looks like the infinitive or the imperfective
// participle of a known verb: रहते, होने.
func IsVerbal(f *text.Form) bool {
	for _, ending := range [...]string{"ते", "ने", "ना", "ता"} {
		if stem, ok := strings.CutSuffix(f.Folded, ending); ok && stem != "" && CountOf(stem+"ना").News+CountOf(stem+"ना").Books >= 5 {
			return true
		}
	}
	return false
}

// IndexKeys returns the sorted rows of an index: the keys of the first column,
// and the other columns as they are.
func IndexKeys(rows [][]string) string {
	var out []string
	for _, r := range rows {
		cells := append([]string{Key(r[0])}, r[1:]...)
		out = append(out, strings.Join(cells, "\t")+"\n")
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "")
}
