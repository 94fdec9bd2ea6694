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

//go:embed parts.tsv
var partsTSV string

//go:embed reflexives.tsv
var reflexivesTSV string

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
	parts         = newTable(partsTSV)
	reflexives    = newTable(reflexivesTSV)
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

// Part is what a word that is no noun, adjective or verb form does in a clause.
type Part byte

// The parts; NoPart is that of nouns, adjectives, verbs and unknown words.
const (
	NoPart       Part = 0
	Particle     Part = 'p' // भी ही तो, behind any word
	Joins        Part = 'j' // और या: words, phrases or clauses
	Subordinates Part = 's' // कि जो लेकिन: begins a clause
	Adverb       Part = 'a'
	Pronoun      Part = 'n'
	Stem         Part = 'v' // of a verb, before an auxiliary: कर आ
)

// partOf are the parts by their names in parts.tsv.
var partOf = map[string]Part{
	"particle": Particle, "joins": Joins, "subordinates": Subordinates, "adverb": Adverb, "pronoun": Pronoun, "stem": Stem,
}

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
	// Ergative says that the form marks the subject of a perfective verb: ने.
	Ergative bool
	// Compound says that the form makes a postposition with a genitive before
	// it, and Takes what genders that may be of: "m", "f" or "mf".
	Compound bool
	// Purpose says that it says what something is for: के लिए.
	Purpose bool
	Takes   string
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
	// Verbal says that the form looks like the infinitive or the imperfective
	// participle of a known verb: रहते, होने.
	Verbal bool
	// Person is that of a subject or possessive pronoun of the first or second
	// person, Own the form of अपना in the place of a possessive.
	Person byte
	Own    string
	// Part is what else the form may be.
	Part Part
}

// GrammarOf returns what a form is to the grammar.
func GrammarOf(f *text.Form) *Grammar { return grammarMemo.Of(f.Canonical) }

var grammarMemo = text.NewMemo(func(f *text.Form) *Grammar {
	g := &Grammar{}
	if len(f.Folded) > MaxWord {
		return g
	}
	key := Key(f.Folded)
	if c := reflexives.columns(f.Folded); c != nil {
		g.Person, g.Own = c[0][0], c[1]
	}
	if c := genitives.columns(f.Folded); c != nil {
		g.Genitive, g.Other = Gender(c[0][0]), c[1]
		return g
	}
	if c := either(postpositions, f.Folded, key); c != nil {
		g.Ergative, g.Purpose = c[0] == "ergative", c[0] == "purpose"
		g.Case, g.Compound, g.Takes = g.Ergative || c[0] == "case", g.Purpose || c[0] == "compound", c[1]
	}
	if c := either(parts, f.Folded, key); c != nil {
		g.Part = partOf[c[0]]
	}
	g.Verbal = isVerbal(f)
	g.Adverbial = adverbials.has(f.Folded+"\n") || adverbials.has(key+"\n")
	g.Determiner = determiners.has(f.Folded+"\n") || determiners.has(key+"\n")
	g.Noun, g.Gender = nounGender(key)
	g.Adjective, g.Agrees = adjective(key)
	if !g.Noun && g.Adjective == 0 && g.Part == NoPart && looksAdjective(key) {
		g.Adjective = 'i'
	}
	g.Verb = !g.Noun && g.Part == NoPart && g.Adjective == 0 && !g.Determiner && (verbs.has(key+"\n") || EndsSentence(f))
	return g
})

// either returns the columns of a form as it is written, or of its key: खिलाफ
// stands for ख़िलाफ़ too.
func either(t *table, folded, key string) []string {
	if c := t.columns(folded); c != nil {
		return c
	}
	return t.columns(key)
}

// nounEndings are the endings of inflected nouns with what their base ends in.
var nounEndings = [...]struct{ ending, base string }{
	{"इयों", "ई"}, {"इयां", "ई"}, {"ियों", "ी"}, {"ियों", "ि"}, {"ियों", "िया"}, {"ियां", "ी"}, {"ियां", "ि"}, {"ियां", "िया"},
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

// adjectiveEndings are those of adjectives that no list needs to hold.
var adjectiveEndings = [...]string{"ीय", "ात्मक", "शील", "युक्त", "ग्रस्त", "ाधीन", "पूर्ण", "वादी", "धारी", "व्यापी", "रहित"}

// looksAdjective reports whether the ending of an unknown word is that of an
// adjective that does not decline.
func looksAdjective(key string) bool {
	for _, e := range adjectiveEndings {
		if strings.HasSuffix(key, e) && len(key) >= len(e)+len("कक") {
			return true
		}
	}
	return false
}

func isVerbal(f *text.Form) bool {
	for _, ending := range [...]string{"ते", "ने", "ना", "ता"} {
		if stem, ok := strings.CutSuffix(f.Folded, ending); ok && stem != "" {
			c := CountOf(stem + "ना")
			return c.News+c.Books >= 5
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
