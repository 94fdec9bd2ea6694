package lexicon

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

//go:embed numbers.tsv
var numbersTSV string

var numbers = rowsByForm(numbersTSV)

const (
	// Scale is the Unit of a word of quantity between a number and its unit: लाख.
	Scale = "scale"
	// Label is the Unit of a word beside which digits name something and count
	// nothing: धारा, वार्ड.
	Label = "label"
)

// NumberWord is what a word or a sign says beside a number. The zero value says
// nothing.
type NumberWord struct {
	// Unit is what is measured, as percent, or Scale or Label.
	Unit string
	// Style is the way in which the word writes its unit: %, प्रतिशत. Spellings of
	// one word have one style.
	Style string
}

// NumberWordOf returns what a form says beside a number.
func NumberWordOf(f *text.Form) NumberWord { return usageOf.Of(f.Canonical).number }

// NumberSign returns the same for a sign or an abbreviation with its stops, as ₹
// and कि.मी.
func NumberSign(s string) NumberWord { return findNumberWord(s) }

func findNumberWord(s string) NumberWord {
	unit, style, _ := strings.Cut(numbers()[s], "\t")
	return NumberWord{unit, style}
}
