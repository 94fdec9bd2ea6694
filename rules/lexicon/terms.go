package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// terms.tsv has a term a row: transliterated spellings, Hindi equivalents and
// kind. terms.idx has a row for each spelling: its key, e or h for the side and
// the offset of its row; see pack.
//
//go:embed terms.tsv
var termsTSV string

//go:embed terms.idx
var termsIndex string

var (
	termRows  = newTable(termsTSV)
	termIndex = newTable(termsIndex)
)

// Term is one spelling of one term, as it begins with some word.
type Term struct {
	// ID is the same for all spellings of a term.
	ID int
	// English says that the spelling is the transliterated one.
	English bool
	// Kind is acronym, expansion, title, term or synonym.
	Kind string
	// Rest are the keys of the spelling's words behind the first.
	Rest []string
	// Hindi is the term's most usual Hindi equivalent.
	Hindi string
}

func findTerms(key string) []Term {
	out := termsFrom(nil, key, "\t")
	if out = termsFrom(out, key, " "); len(out) == 0 {
		return inflectedTerms(key)
	}
	return out
}

// inflectedTerms returns the terms of one word that a key can be the plural or
// the oblique of.
func inflectedTerms(key string) []Term {
	var out []Term
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(key, p.ending); ok && mayKnow(stem+p.base) {
			out = termsFrom(out, stem+p.base, "\t")
		}
	}
	return out
}

func termsFrom(out []Term, key, sep string) []Term {
	for row := range rowsFrom(termIndex.find(key+sep), key+sep) {
		phrase, ref, _ := strings.Cut(row, "\t")
		at, _ := strconv.Atoi(ref[1:])
		line, _, _ := strings.Cut(termRows.rows[at:], "\n")
		columns := strings.Split(line, "\t")
		hindi, _, _ := strings.Cut(columns[1], ";")
		out = append(out, Term{at, ref[0] == 'e', columns[2], strings.Fields(phrase)[1:], hindi})
	}
	return out
}

// plurals are the endings of nouns in the plural and the oblique case, each
// with what the base form ends in.
var plurals = [...]struct{ ending, base string }{
	{"ियों", "ी"}, {"ियां", "ी"}, {"ियाँ", "ी"}, {"ियों", "ि"}, {"ुओं", "ू"}, {"ओं", ""}, {"एं", ""}, {"ों", ""}, {"ों", "ा"}, {"ें", ""}, {"े", "ा"},
}

// Bases returns the forms that a form can be the plural or the oblique of.
func Bases(form string) []string {
	var out []string
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(form, p.ending); ok && utf8.RuneCountInString(stem) >= 2 {
			out = append(out, stem+p.base)
		}
	}
	return out
}

// SameForm reports whether a form is a spelling with a key, inflected or not.
func SameForm(f *text.Form, key string) bool {
	form := KeyOf(f)
	if form == key {
		return true
	}
	if !strings.HasPrefix(form, key[:min(len(key), 6)]) {
		return false
	}
	for _, base := range Bases(form) {
		if base == key {
			return true
		}
	}
	return false
}
