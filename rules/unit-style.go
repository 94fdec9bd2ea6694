package rules

import (
	_ "embed"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed unit-style.md
var unitStylePage string

// unitOptions are the options of unit-style.
type unitOptions struct {
	// Units are the units that are compared.
	Units []string `yaml:"units"`
}

var unitStyle = checker.Rule{
	Name:     "unit-style",
	Category: "journalism",
	Severity: checker.Info,
	Doc:      unitStylePage,
	Options:  unitOptions{Units: []string{"percent", "rupee", "length", "weight", "temperature"}},
	Check:    checker.Each(checkUnitStyle),
}

var (
	msgUnit = say(
		"%[1]q here, but the text has %[2]q more often (%[3]d times); use one",
		"यहाँ “%[1]s” है, पर लेख में “%[2]s” ज़्यादा बार (%[3]d जगह); एक ही रखें")
	msgUnitTie = say(
		"%[1]q here and %[2]q elsewhere in the text; use one",
		"यहाँ “%[1]s” है और लेख में दूसरी जगह “%[2]s”; एक ही रखें")
)

// measure is a unit beside a number.
type measure struct {
	lexicon.NumberWord
	span text.Span
	// gap is where the number in front ends, and the unit's start where the number
	// follows.
	gap int
	// fixed says that the unit cannot be exchanged by itself: it stands before the
	// number, or letters follow it as in °C.
	fixed bool
}

func checkUnitStyle(p *checker.Pass) {
	options, _ := p.Options.(unitOptions)
	all := findMeasures(p.Doc)
	for _, unit := range options.Units {
		if mixed(all, unit) {
			reportUnit(p, outsideQuotes(p.Doc, all), unit)
		}
	}
}

// mixed reports whether measures write a unit in two styles.
func mixed(all []measure, unit string) bool {
	style := ""
	for _, m := range all {
		if m.Unit == unit && style != "" && m.Style != style {
			return true
		}
		if m.Unit == unit {
			style = m.Style
		}
	}
	return false
}

// outsideQuotes returns the measures that no quotation holds.
func outsideQuotes(d *text.Document, all []measure) []measure {
	var out []measure
	marks := quotes.Of(d)
	end := 0 // of the quotations that began so far
	for _, m := range all {
		for len(marks) > 0 && marks[0].span.Start < m.span.Start {
			if q := marks[0]; q.role == quoteOpens && q.partner >= 0 {
				end = max(end, quotes.Of(d)[q.partner].span.End)
			}
			marks = marks[1:]
		}
		if m.span.Start >= end {
			out = append(out, m)
		}
	}
	return out
}

// findMeasures returns the units beside numbers in the paragraphs of a document.
func findMeasures(d *text.Document) []measure {
	var out []measure
	for _, b := range d.Blocks {
		if b.Kind != text.Paragraph {
			continue
		}
		before := len(out)
		for i := b.First; i < b.Last; i++ {
			if d.Tokens[i].Kind != text.Number {
				continue
			}
			if m, ok := unitBefore(d, i); ok {
				out = append(out, m)
			} else if m, ok := unitBehind(d, i); ok {
				out = append(out, m)
			}
		}
		if len(out) > before && subheading(d, b) {
			out = out[:before]
		}
	}
	return out
}

// subheading reports whether a paragraph reads as a heading, which plain text
// does not tell from one: it is short and ends in no mark.
func subheading(d *text.Document, b text.Block) bool {
	last := backOverSpace(d, b.Last-1)
	words, over := overLimit(d, b.First, b.Last, maxSubheading)
	return words > 0 && over.Len() == 0 && kind(d, last) != text.Punct && len(d.Blocks) > 1
}

// maxSubheading is the number of words of the longest subheading.
const maxSubheading = 14

// unitBefore returns the unit that stands before the number at token i: ₹500,
// रु. 500.
func unitBefore(d *text.Document, i int) (measure, bool) {
	at := backOverSpace(d, i-1)
	if kind(d, at) == text.Break || kind(d, at) == text.Number || anyMark(markAt(d, at), noUnit) && markAt(d, at) != "." {
		return measure{}, false
	}
	first := at
	if markAt(d, at) == "." && kind(d, at-1) == text.Word {
		first = at - 1
	}
	span := text.Span{Start: d.Tokens[first].Start(), End: d.Tokens[at].End()}
	if kind(d, first) == text.Word && lexicon.NumberWordOf(d.Word(d.Tokens[first])).Unit != "rupee" {
		return measure{}, false
	}
	w := lexicon.NumberSign(d.Text[span.Start:span.End])
	return measure{w, span, span.Start, true}, w.Unit == "rupee"
}

// noUnit are the marks that stand beside most numbers.
const noUnit = ",.;:-–—/।?!" + openers + closers

// unitBehind returns the unit behind the number at token i, with or without
// words of quantity between: 50 %, 5 लाख रुपये, 20 कि.मी.
func unitBehind(d *text.Document, i int) (measure, bool) {
	at, last := i+1, i
	if plain(d, at) {
		at++
	}
	for kind(d, at) == text.Word && lexicon.NumberWordOf(d.Word(d.Tokens[at])).Unit == lexicon.Scale {
		last = at
		if at++; plain(d, at) {
			at++
		}
	}
	if kind(d, at) == text.Break || anyMark(markAt(d, at), noUnit) {
		return measure{}, false
	}
	end := at + 1
	if kind(d, at) == text.Word && markAt(d, end) == "." {
		end = abbreviationEnd(d, at)
	}
	m := measure{span: text.Span{Start: d.Tokens[at].Start(), End: d.Tokens[end-1].End()}, gap: d.Tokens[last].End()}
	switch {
	case end > at+1 || kind(d, at) == text.Punct || kind(d, at) == text.Other:
		m.NumberWord = lexicon.NumberSign(d.Text[m.span.Start:m.span.End])
	case kind(d, at) == text.Word:
		m.NumberWord = lexicon.NumberWordOf(d.Word(d.Tokens[at]))
	}
	m.fixed = kind(d, end) == text.Latin
	return m, m.Style != ""
}

// abbreviationEnd returns the end of the longest known abbreviation of words and
// stops at token i, or i + 1.
func abbreviationEnd(d *text.Document, i int) int {
	end := i + 1
	for last := i; kind(d, last) == text.Word && last < i+4; last += 2 {
		stop := last
		if markAt(d, last+1) == "." {
			stop++
		}
		for at := last; at <= stop; at++ {
			if at > i && lexicon.NumberSign(d.Text[d.Tokens[i].Start():d.Tokens[at].End()]).Style != "" {
				end = at + 1
			}
		}
		if stop == last {
			break
		}
	}
	return end
}

// styleCount is how often a style occurs, with its first occurrence.
type styleCount struct {
	first measure
	n     int
}

// reportUnit reports once the places that do not write a unit as most do.
func reportUnit(p *checker.Pass, all []measure, unit string) {
	var styles []styleCount
	for _, m := range all {
		if m.Unit != unit {
			continue
		}
		i := slices.IndexFunc(styles, func(s styleCount) bool { return s.first.Style == m.Style })
		if i < 0 {
			styles, i = append(styles, styleCount{first: m}), len(styles)
		}
		styles[i].n++
	}
	if len(styles) < 2 {
		return
	}
	most, tie := styles[0], false
	for _, s := range styles[1:] {
		switch {
		case s.n > most.n:
			most, tie = s, false
		case s.n == most.n:
			tie = true
		}
	}
	var few []measure
	for _, m := range all {
		if m.Unit == unit && m.Style != most.first.Style {
			few = append(few, m)
		}
	}
	p.Report(unitFinding(p, few, most, tie))
}

// unitFinding returns the finding on the rarer places, with all of them as
// related and one fix for all where exchanging the unit is enough.
func unitFinding(p *checker.Pass, few []measure, most styleCount, tie bool) checker.Finding {
	d := p.Doc
	here, there := d.Text[few[0].span.Start:few[0].span.End], d.Text[most.first.span.Start:most.first.span.End]
	f := checker.Finding{Span: few[0].span, Message: p.Sprintf(msgUnit, here, there, most.n)}
	if tie {
		f.Message = p.Sprintf(msgUnitTie, here, there)
	}
	with := d.Text[most.first.gap:most.first.span.End]
	fix := checker.Fix{Title: there}
	mechanical := !tie && !most.first.fixed
	for i, m := range few {
		if i > 0 {
			f.Related = append(f.Related, checker.Related{Span: m.span, Message: d.Text[m.span.Start:m.span.End]})
		}
		mechanical = mechanical && !m.fixed
		fix.Edits = append(fix.Edits, checker.Edit{Span: text.Span{Start: m.gap, End: m.span.End}, Text: with})
	}
	f.Related = append(f.Related, checker.Related{Span: most.first.span, Message: there})
	if mechanical {
		f.Fixes = []checker.Fix{fix}
	}
	return f
}
