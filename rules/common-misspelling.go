package rules

import (
	_ "embed"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
)

//go:embed common-misspelling.md
var commonMisspellingPage string

var commonMisspelling = checker.Rule{
	Name:     "common-misspelling",
	Category: "spelling",
	Severity: checker.Warning,
	Doc:      commonMisspellingPage,
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
	places := newFormPlaces(p.Doc)
	for i, t := range p.Doc.Tokens {
		if t.Kind != text.Word || wrong[t.Form] == nil || mentioned(p.Doc, i) {
			continue
		}
		if f := p.Doc.Word(t); !changed(p)[f.Canonical] && p.House.Word(f.Folded).Standing == checker.Unlisted {
			places.add(t)
		}
	}
	for _, i := range places.forms {
		reportMisspelling(p, places.of[i], p.Doc.Forms[i], wrong[i])
	}
}

// formPlaces are the places of some forms of a document, by the index of the form,
// and the forms in the order of their first places.
type formPlaces struct {
	of    [][]text.Span
	forms []int32
}

func newFormPlaces(d *text.Document) *formPlaces {
	return &formPlaces{of: make([][]text.Span, len(d.Forms))}
}

func (f *formPlaces) add(t text.Token) {
	if f.of[t.Form] == nil {
		f.forms = append(f.forms, t.Form)
	}
	f.of[t.Form] = append(f.of[t.Form], t.Span())
}

// inWideUse reports whether print uses a wrong form nearly as often as the right
// one.
func inWideUse(f *text.Form, m *lexicon.Misspelling) bool {
	w := lexicon.Weight(f.Folded)
	return w >= 10 && 20*w >= lexicon.Weight(m.Right[0])
}

// reportMisspelling reports a wrong form once. A form that print uses nearly as often
// as the right one is at most an info.
func reportMisspelling(p *checker.Pass, places []text.Span, f *text.Form, m *lexicon.Misspelling) {
	severity := checker.Warning
	if inWideUse(f, m) {
		severity = checker.Info
	}
	finding := checker.Finding{Confidence: 0.97}
	everywhere(&finding, p.Doc, places, m.Right...)
	right := strings.Join(m.Right, "” / “")
	finding.Message = p.Sprintf(msgMisspelling, f.Folded, right)
	if m.Reason != "" {
		finding.Message = p.Sprintf(msgMisspellingReason, f.Folded, right, m.Reason)
	}
	p.ReportAs(severity, finding)
}
