package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
)

//go:embed unbalanced-brackets.md
var unbalancedBracketsPage string

var unbalancedBrackets = checker.Rule{
	Name:     "unbalanced-brackets",
	Category: "quotes",
	Severity: checker.Error,
	Doc:      unbalancedBracketsPage,
	Check:    checker.Each(checkUnbalancedBrackets),
}

var (
	msgBracketUnclosed = say(
		"%[1]s is closed nowhere in its paragraph; close the bracket or remove it",
		"%[1]s अनुच्छेद के अंत तक बंद नहीं होता; कोष्ठक बंद करें या हटाएँ")
	msgBracketUnopened = say(
		"%[1]s closes a bracket that was opened nowhere; open it or remove this one",
		"%[1]s जिस कोष्ठक को बंद करता है वह कहीं खुला ही नहीं; उसे खोलें या इसे हटाएँ")
	msgBracketMixed = say(
		"the bracket opens with %[2]s but closes with %[1]s; use one pair",
		"कोष्ठक %[2]s से खुला और %[1]s से बंद हुआ; एक ही जोड़ी रखें")
	msgBracketCrossing = say(
		"%[1]s closes before %[2]s, opened inside it, is closed; close the inner one first",
		"%[1]s भीतर खुले %[2]s से पहले बंद हो गया; पहले भीतर वाला बंद करें")
)

// bracketGlyph is the shape of a bracket, full-width forms being of the shape
// of the plain ones, and whether it opens.
type bracketGlyph struct {
	shape uint8
	opens bool
}

const (
	round         = 0
	bracketShapes = 5
)

var bracketGlyphs = map[string]bracketGlyph{
	"(": {round, true}, ")": {round, false}, "（": {round, true}, "）": {round, false},
	"[": {1, true}, "]": {1, false}, "［": {1, true}, "］": {1, false},
	"{": {2, true}, "}": {2, false}, "｛": {2, true}, "｝": {2, false},
	"〈": {3, true}, "〉": {3, false}, "⟨": {3, true}, "⟩": {3, false},
	"《": {4, true}, "》": {4, false},
}

func bracketGlyphOf(s string) (bracketGlyph, bool) {
	if len(s) == 1 && strings.IndexByte("()[]{}", s[0]) < 0 || len(s) > 3 || s[0] == 0xe0 {
		return bracketGlyph{}, false
	}
	g, ok := bracketGlyphs[s]
	return g, ok
}

func checkUnbalancedBrackets(p *checker.Pass) {
	block, count := -1, 0
	for _, f := range findBracketFaults(p.Doc) {
		if f.block != block {
			block, count = f.block, 0
		}
		if count++; count > maxFaults {
			continue
		}
		finding := checker.Finding{Span: f.span}
		mark, other := p.Doc.Text[f.span.Start:f.span.End], p.Doc.Text[f.other.Start:f.other.End]
		if f.kind == bracketMixed || f.kind == bracketCrossing {
			finding.Related = []checker.Related{{Span: f.other, Message: other}}
		}
		switch f.kind {
		case bracketUnclosed:
			finding.Message = p.Sprintf(msgBracketUnclosed, mark)
		case bracketUnopened:
			finding.Message = p.Sprintf(msgBracketUnopened, mark)
		case bracketMixed:
			finding.Message = p.Sprintf(msgBracketMixed, mark, other)
		case bracketCrossing:
			finding.Message = p.Sprintf(msgBracketCrossing, mark, other)
		}
		if !inGarbled(p.Doc, finding.Span) {
			p.Report(finding)
		}
	}
}
