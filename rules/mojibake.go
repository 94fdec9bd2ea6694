package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/misread"
)

//go:embed mojibake.md
var mojibakePage string

var mojibake = checker.Rule{
	Name:     "mojibake",
	Category: "graphemes",
	Severity: checker.Error,
	Doc:      mojibakePage,
	Check: checker.Each(func(p *checker.Pass) {
		reportGraphemes(p, "mojibake")
		reportGarbled(p, "mojibake")
	}),
}

// findMisread returns the runs that are UTF-8 read in another encoding, and those
// of them that have only letters of Latin-1.
func findMisread(d *text.Document) (out, weak []garbled) {
	for _, r := range misread.Bytes(d.Text) {
		g := garbled{kind: misreadText, span: r.Span, reads: plainly.Replace(r.Text), fixable: true, lost: r.Lost}
		switch {
		case inAccents(d.Text, r.Span):
		case r.Weak:
			weak = append(weak, g)
		default:
			out = append(out, g)
		}
	}
	return out, weak
}

// findPrivate returns the runs of characters that mean something in one font
// only.
func findPrivate(d *text.Document) []garbled {
	var out []garbled
	for _, r := range misread.Private(d.Text) {
		out = append(out, garbled{kind: privateText, span: r.Span, reads: r.Text, fixable: r.Text != ""})
	}
	return out
}

// findCircles returns the words with a dotted circle inside, which text that
// speaks of signs puts before them, not behind letters.
func findCircles(d *text.Document) []garbled {
	const circle = string(text.DottedCircle)
	var out []garbled
	for at := 0; ; {
		next := strings.Index(d.Text[at:], circle)
		if next < 0 {
			return out
		}
		at += next + len(circle)
		i := d.TokenAt(at - len(circle))
		if kind(d, i) != text.Other || kind(d, i-1) != text.Word || kind(d, i+1) != text.Word {
			continue
		}
		before, after := d.Tokens[i-1], d.Tokens[i+1]
		if n := len(out); n > 0 && out[n-1].span.End > before.Start() {
			continue
		}
		whole := d.Of(before) + d.Of(after)
		known := text.WellFormed(whole) && grapheme.Known(whole) > 0
		out = append(out, garbled{kind: dottedCircle, span: text.Span{Start: before.Start(), End: after.End()}, reads: whole, fixable: known})
	}
}

// inAccents reports whether a span stands between grave accents, as code does.
func inAccents(s string, span text.Span) bool {
	const near = 200 // bytes
	before := s[max(0, span.Start-near):span.Start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	after, _, _ := strings.Cut(s[span.End:min(len(s), span.End+near)], "\n")
	return strings.Count(before, "`")%2 == 1 && strings.Contains(after, "`")
}
