package lexicon

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

//go:embed doublings.tsv
var doublingsTSV string

var doublings = rowsByForm(doublingsTSV)

// Doubling is what it means that a word stands twice in a row. The zero value is
// that of words that the list does not have.
type Doubling struct {
	Kind DoublingKind
	// Slip is the word that the second may be meant for, or "": कि for the second
	// of की की.
	Slip string
}

// DoublingKind is why a doubling is an accident, or that it is none.
type DoublingKind string

const (
	// DoubledMark is a case mark: an accident.
	DoubledMark DoublingKind = "mark"
	// DoubledAgent is the case mark that follows nouns and pronouns only: an
	// accident too.
	DoubledAgent DoublingKind = "agent"
	// DoubledCase is a case mark that may also be half of a verb or an initial.
	DoubledCase DoublingKind = "case"
	// NeverDoubled is an auxiliary, a conjunction, a particle, a pronoun with its
	// case or a unit.
	NeverDoubled DoublingKind = "never"
	// DoubledPostposition is what stands behind a case mark, अनुसार, and is never
	// doubled.
	DoubledPostposition DoublingKind = "postposition"
	// DoubledRelation also stands behind a case mark, साथ, but may be doubled.
	DoubledRelation DoublingKind = "relation"
	// DoubledNoun is a noun that nobody doubles in the sense of each or many.
	DoubledNoun DoublingKind = "noun"
	// Doubled is a long word that Hindi doubles: शहर शहर.
	Doubled DoublingKind = "doubled"
)

// DoublingOf returns what the doubling of a form means.
func DoublingOf(f *text.Form) Doubling { return usageOf.Of(f.Canonical).doubling }

func findDoubling(folded string) Doubling {
	kind, slip, _ := strings.Cut(doublings()[folded], "\t")
	return Doubling{DoublingKind(kind), slip}
}
