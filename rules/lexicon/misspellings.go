package lexicon

import (
	_ "embed"
	"strings"
)

// misspellingsTSV holds a wrong form a row: the form, the right ones joined by
// semicolons, best first, and a reason where it teaches something.
//
//go:embed misspellings.tsv
var misspellingsTSV string

var misspellings = newTable(misspellingsTSV)

// Misspelling is what is known of a wrong form.
type Misspelling struct {
	// Right are the right forms, best first.
	Right []string
	// Reason says in a Hindi phrase why the form is wrong; often empty.
	Reason string
}

// findMisspelling returns what is known of a folded form, or nil when it is not
// known to be wrong.
func findMisspelling(folded string) *Misspelling {
	rest, ok := strings.CutPrefix(misspellings.find(folded+"\t"), folded+"\t")
	if !ok {
		return nil
	}
	row, _, _ := strings.Cut(rest, "\n")
	right, reason, _ := strings.Cut(row, "\t")
	return &Misspelling{strings.Split(right, ";"), reason}
}
