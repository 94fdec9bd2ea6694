package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// wordForm is what a noun, an adjective or a participle is inflected for.
type wordForm uint8

const (
	// asListed is the form of the list itself, which may be of any kind.
	asListed wordForm = iota
	// formDeclined is the oblique singular of a masculine in ा, or its direct plural.
	formDeclined
	// formFeminine and formFeminines are forms of adjectives and participles.
	formFeminine
	formFeminines
	// formPlural is that of feminine nouns, formOblique that of all.
	formPlural
	formOblique
)

// styleEndings are the endings of inflected forms, by keys, with what the listed
// form ends in.
var styleEndings = [...]struct {
	ending, base string
	form         wordForm
}{
	{"े", "ा", formDeclined}, {"ए", "या", formDeclined}, {"ी", "ा", formFeminine}, {"ई", "या", formFeminine}, {"ीं", "ा", formFeminines}, {"ईं", "या", formFeminines},
	{"ियों", "ी", formOblique}, {"ियों", "ि", formOblique}, {"ियों", "िया", formOblique}, {"इयों", "ई", formOblique}, {"ुओं", "ू", formOblique},
	{"ओं", "", formOblique}, {"ों", "", formOblique}, {"ों", "ा", formOblique},
	{"ियां", "ी", formPlural}, {"ियां", "ि", formPlural}, {"ियां", "िया", formPlural}, {"इयां", "ई", formPlural}, {"ुएं", "ू", formPlural},
	{"एं", "", formPlural}, {"ें", "", formPlural},
}

// formOf returns what a form is inflected for if it is one of a listed word, whose
// orthography does not matter where no meaning hangs on it.
func formOf(f *text.Form, listed string) (wordForm, bool) {
	key, base := lexicon.KeyOf(f), lexicon.Key(listed)
	if key == base {
		return asListed, !lexicon.Distinct(f.Folded, listed)
	}
	if !strings.HasPrefix(key, base[:min(len(base), 3)]) {
		return asListed, false
	}
	for _, e := range styleEndings {
		stem, ok := strings.CutSuffix(key, e.ending)
		if ok && len(stem)+len(e.base) == len(base) && strings.HasPrefix(base, stem) && base[len(stem):] == e.base {
			return e.form, takes(lexicon.GrammarOf(text.FormOf(listed)), lexicon.GrammarOf(f), e.form)
		}
	}
	return asListed, false
}

// takes reports whether a listed word has a form, which itself is another word
// where it does not: नेता has no नेते, and बच्ची is none of बच्चा.
func takes(listed, form *lexicon.Grammar, as wordForm) bool {
	modifies := listed.Adjective == 'd' || listed.Verb || listed.Genitive != lexicon.Unknown
	switch as {
	case formDeclined:
		return modifies || !listed.Noun || form.Noun || form.Adjective == 'd'
	case formFeminine, formFeminines:
		return modifies
	case formPlural:
		return !listed.Noun || listed.Gender != lexicon.Masculine
	}
	return true
}

// stemOf returns what all forms of a word begin with.
func stemOf(word string) string {
	switch r, n := utf8.DecodeLastRuneInString(word); {
	case strings.HasSuffix(word, "िया"):
		return strings.TrimSuffix(word, "िया")
	case strings.HasSuffix(word, "या"):
		return strings.TrimSuffix(word, "या")
	case strings.ContainsRune("ाीिूुई", r):
		return word[:len(word)-n]
	}
	return word
}

// inflect returns what the house prefers in the form of what was found, or as it
// is written where that form is not certain.
func (m styleMatch) inflect(d *text.Document, prefer string) string {
	if m.form == asListed || m.uneven || !plainWords(prefer) {
		return prefer
	}
	at := strings.LastIndexAny(prefer, " -") + 1
	f := text.FormOf(text.Fold(prefer[at:]))
	if f.Folded == "" || f.Folded != prefer[at:] {
		return prefer
	}
	dotted := strings.ContainsRune(d.Of(d.Tokens[m.last]), text.Candrabindu)
	return prefer[:at] + inflected(f.Folded, lexicon.GrammarOf(f), m.form, dotted)
}

// inflected returns a form of a word; candra says that ँ is written where its
// vowels leave room for it.
func inflected(word string, g *lexicon.Grammar, form wordForm, candra bool) string {
	stem, inAa := strings.CutSuffix(word, "ा")
	declines := inAa && g.Noun && g.Gender == lexicon.Masculine && lexicon.GrammarOf(text.FormOf(stem+"े")).Noun
	modifies := inAa && g.Adjective == 'd'
	switch {
	case form == formDeclined && (declines || modifies):
		return withGlide(stem, "े")
	case form == formFeminine && modifies:
		return withGlide(stem, "ी")
	case !g.Noun && !(form == formOblique && !inAa && nominal(g)), form == formFeminine, form == formFeminines, form == formDeclined:
		return word
	case form == formPlural && g.Gender == lexicon.Masculine:
		if declines {
			return withGlide(stem, "े")
		}
		return word
	case form == formPlural && g.Gender != lexicon.Feminine:
		return word
	case declines:
		return stem + "ों"
	}
	plural := pluralOf(word, form)
	if candra && form == formPlural && !strings.HasSuffix(plural, "ें") {
		plural = strings.TrimSuffix(plural, string(text.Anusvara)) + string(text.Candrabindu)
	}
	return plural
}

// nominal reports whether a word that is not known as a noun can stand for one:
// दिव्यांगों.
func nominal(g *lexicon.Grammar) bool {
	return !g.Verb && !g.Case && !g.Compound && g.Part == lexicon.NoPart && g.Genitive == lexicon.Unknown
}

// withGlide adds a vowel to a stem; behind य it is written by itself: नया, नई.
func withGlide(stem, sign string) string {
	bare, ok := strings.CutSuffix(stem, "य")
	switch {
	case !ok:
		return stem + sign
	case sign == "े":
		return bare + "ए"
	}
	return bare + "ई"
}

// plurals are the endings of nouns with those of their plurals, direct and oblique.
var plurals = [...]struct{ ending, direct, oblique string }{
	{"िया", "ियां", "ियों"}, {"ी", "ियां", "ियों"}, {"ि", "ियां", "ियों"}, {"ई", "इयां", "इयों"}, {"ू", "ुएं", "ुओं"}, {"ु", "ुएं", "ुओं"}, {"ा", "ाएं", "ाओं"},
}

// pluralOf returns a plural of a noun that does not decline in the singular; a
// word with an ending of which nothing is known is returned as it is.
func pluralOf(word string, form wordForm) string {
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(word, p.ending); ok {
			if form == formPlural {
				return stem + p.direct
			}
			return stem + p.oblique
		}
	}
	switch last, _ := utf8.DecodeLastRuneInString(word); {
	case text.ClassOf(last) != text.ClassConsonant && last != text.Nukta:
		return word
	case form == formPlural:
		return word + "ें"
	}
	return word + "ों"
}
