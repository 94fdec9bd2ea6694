package rules

import (
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
)

var commonMisspelling = checker.Rule{
	Name:     "common-misspelling",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      page("common-misspelling"),
	Check:    checker.Each(checkCommonMisspelling),
}

var (
	msgMisspelling = say(
		"%[1]q is misspelt; write %[2]q",
		"“%[1]s” अशुद्ध है; शुद्ध रूप “%[2]s” है")
	msgMisspellingReason = say(
		"%[1]q is misspelt; write %[2]q (%[3]s)",
		"“%[1]s” अशुद्ध है; शुद्ध रूप “%[2]s” है (%[3]s)")
)

func checkCommonMisspelling(p *checker.Pass) {
	wrong := make([]*lexicon.Misspelling, len(p.Doc.Forms))
	some := false
	for i, f := range p.Doc.Forms {
		if len(grapheme.Of(f).Faults) > 0 {
			continue // a rule about graphemes reports it
		}
		wrong[i] = lexicon.MisspellingOf(f)
		some = some || wrong[i] != nil
	}
	if !some {
		return
	}
	for i, t := range p.Doc.Tokens {
		if t.Kind != text.Word || wrong[t.Form] == nil || mentioned(p.Doc, i) {
			continue
		}
		if f := p.Doc.Word(t); !changed(p)[f.Canonical] && p.House.Word(f.Folded).Standing == checker.Unlisted {
			reportMisspelling(p, t.Span(), f, wrong[t.Form])
		}
	}
}

// reportMisspelling reports one place. A form that print uses nearly as often
// as the right one is at most an info.
func reportMisspelling(p *checker.Pass, span text.Span, f *text.Form, m *lexicon.Misspelling) {
	severity := checker.Warning
	if w := lexicon.Weight(f.Folded); w >= 10 && 20*w >= lexicon.Weight(m.Right[0]) {
		severity = checker.Info
	}
	finding := checker.Finding{Span: span, Confidence: 0.97}
	for _, right := range m.Right {
		finding.Fixes = append(finding.Fixes, checker.Replace(span, right))
	}
	right := strings.Join(m.Right, "” / “")
	finding.Message = p.Sprintf(msgMisspelling, f.Folded, right)
	if m.Reason != "" {
		finding.Message = p.Sprintf(msgMisspellingReason, f.Folded, right, m.Reason)
	}
	p.ReportAs(severity, finding)
}
