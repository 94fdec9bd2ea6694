package rules

import (
	_ "embed"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/krutidev"
)

//go:embed legacy-font.md
var legacyFontPage string

var legacyFont = checker.Rule{
	Name:     "legacy-font",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      legacyFontPage,
	Check:    checker.Each(func(p *checker.Pass) { reportGarbled(p, "legacy-font") }),
}

// findLegacy returns the runs of words that are typed for Kruti Dev and the
// words in which a sign of a legacy font was left over, and the runs that are
// typed for 8-bit fonts.
func findLegacy(d *text.Document) (out, eightBit []garbled) {
	seen := -1 // the last token of the last word with a sign
	for _, b := range d.Blocks {
		latin, high := 0, 0
		for i := b.First; i < b.Last; i++ {
			t := d.Tokens[i]
			switch t.Kind {
			case text.Latin, text.Opaque, text.Invalid:
				latin++
			case text.Punct, text.Other:
			default:
				continue
			}
			if lead := d.Text[t.Start()]; lead < utf8.RuneSelf || lead == devanagariLead {
				continue
			}
			high++
			if i <= seen {
				continue
			}
			g, last, found := residueAt(d, i)
			if seen = last; found {
				out = append(out, g)
			}
		}
		if latin >= fewestLatin {
			out = append(out, krutiDevIn(d, b)...)
		}
		if high >= fewestHigh {
			eightBit = append(eightBit, eightBitIn(d, b)...)
		}
	}
	return out, eightBit
}

const (
	// fewestLatin is the number of Latin words, or parts of them, in the shortest
	// run for Kruti Dev; fewestHigh that of other signs in one for 8-bit fonts.
	fewestLatin = 3
	fewestHigh  = 6
)

// krutiDevIn returns the runs of a block that are typed for Kruti Dev.
func krutiDevIn(d *text.Document, b text.Block) []garbled {
	var out []garbled
	for _, run := range krutidev.Find(d.Text[b.Span.Start:b.Span.End]) {
		span := text.Span{Start: b.Span.Start + run.Start, End: b.Span.Start + run.End}
		reads := krutidev.Convert(d.Text[span.Start:span.End])
		out = append(out, garbled{kind: krutiDevText, span: span, reads: reads, fixable: true})
	}
	return out
}
