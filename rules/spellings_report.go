package rules

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// How clashes are told.

// reporter is what reports in one document: a pass, or a corpus at one of its
// documents.
type reporter interface {
	Sprintf(key message.Reference, args ...any) string
	Report(checker.Finding)
	ReportAs(checker.Severity, checker.Finding)
}

// confidenceOptions are the options of the rules that report clashes.
type confidenceOptions struct {
	// MinConfidence is the confidence under which nothing is reported.
	MinConfidence probability `yaml:"min-confidence"`
}

// probability is a number from 0 to 1.
type probability float64

// UnmarshalText refuses what is no probability.
func (p *probability) UnmarshalText(b []byte) error {
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil || !(0 <= v && v <= 1) {
		return fmt.Errorf("%q is not a number from 0 to 1", b)
	}
	*p = probability(v)
	return nil
}

// reportSure reports the clashes of a rule that are as sure as its options ask.
func reportSure(r reporter, d *text.Document, rule string, house *checker.House, options any) {
	least := leastOf(options)
	for _, c := range sureClashes(d, house, least) {
		if c.rule == rule && c.confidence >= least {
			reportClash(r, d, c)
		}
	}
}

func leastOf(options any) float64 {
	if o, ok := options.(confidenceOptions); ok {
		return float64(o.MinConfidence)
	}
	return leastInfo
}

var (
	msgClashMajority = say(
		"%[1]q here, but %[2]q elsewhere in the text (%[3]d and %[4]d times); use one spelling",
		"यहाँ “%[1]s” लिखा है, पर इसी लेख में “%[2]s” भी है (%[3]d और %[4]d बार); एक ही वर्तनी रखें")
	msgClashKnown = say(
		"%[1]q here, but %[2]q elsewhere in the text (%[3]d and %[4]d times); %[2]q is the usual spelling",
		"यहाँ “%[1]s” लिखा है, पर इसी लेख में “%[2]s” भी है (%[3]d और %[4]d बार); प्रचलित वर्तनी “%[2]s” है")
)

// reportClash reports a clash: of a name at each place of the spelling to change,
// which may be the name of somebody else; of other words, which are one fault
// however often they are repeated, at the first place.
func reportClash(r reporter, d *text.Document, c clash) {
	wrong := spansOf(d, c.wrong.tokens)
	if c.rule != "name-spelling" {
		reportClashAt(r, d, c, wrong)
		return
	}
	for i := range wrong {
		reportClashAt(r, d, c, wrong[i:i+1])
	}
}

// reportClashAt reports a clash at the first of some places, with a fix for all of
// them.
func reportClashAt(r reporter, d *text.Document, c clash, wrong []text.Span) {
	key := msgClashMajority
	if c.known {
		key = msgClashKnown
	}
	first := wrong[0]
	f := checker.Finding{
		Message:    r.Sprintf(key, d.Text[first.Start:first.End], c.right.form.Folded, len(c.wrong.tokens), len(c.right.tokens)),
		Confidence: c.confidence,
		Related:    []checker.Related{{Span: d.Tokens[c.right.tokens[0]].Span(), Message: c.right.form.Folded}},
	}
	everywhere(&f, d, wrong, c.suggested()...)
	if c.confidence < leastWarning {
		r.ReportAs(checker.Info, f)
		return
	}
	r.Report(f)
}

// maxPairs bounds the pairs that a message about several names.
const maxPairs = 5

var msgClashes = say(
	"%[1]d words are written two ways in the text (%[2]s); keep to one",
	"इस लेख में %[1]d शब्द दो तरह से लिखे हैं (%[2]s); एक ही वर्तनी रखें")

// reportClashes reports several clashes over one choice of orthography as the one
// fault that they are, at the first place of all.
func reportClashes(r reporter, d *text.Document, all []clash) {
	switch len(all) {
	case 0:
		return
	case 1:
		reportClash(r, d, all[0])
		return
	}
	f := checker.Finding{Span: d.Tokens[all[0].wrong.tokens[0]].Span()}
	var pairs, rights []string
	var fix checker.Fix
	for n, c := range all {
		f.Confidence = max(f.Confidence, c.confidence)
		one := checker.Finding{Related: []checker.Related{{Span: d.Tokens[c.right.tokens[0]].Span(), Message: c.right.form.Folded}}}
		everywhere(&one, d, spansOf(d, c.wrong.tokens), c.suggested()...)
		if n > 0 {
			f.Related = append(f.Related, checker.Related{Span: one.Span, Message: c.wrong.form.Folded})
		}
		f.Related = append(f.Related, one.Related...)
		for _, x := range one.Fixes {
			fix.Edits, rights = append(fix.Edits, x.Edits...), append(rights, x.Title)
		}
		pairs = append(pairs, c.wrong.form.Folded+"/"+c.right.form.Folded)
	}
	f.Message = r.Sprintf(msgClashes, len(all), strings.Join(pairs[:min(len(pairs), maxPairs)], ", "))
	if len(fix.Edits) > 0 {
		fix.Title = strings.Join(rights[:min(len(rights), maxPairs)], ", ")
		f.Fixes = []checker.Fix{fix}
	}
	r.Report(f)
}

// spansOf returns where tokens stand.
func spansOf(d *text.Document, tokens []int) []text.Span {
	out := make([]text.Span, len(tokens))
	for i, t := range tokens {
		out[i] = d.Tokens[t].Span()
	}
	return out
}

// everywhere sets a finding at the first of several places of one spelling, with
// the others as related, and for each spelling that may be right one fix for all:
// one fault gives one finding, however often it is repeated.
func everywhere(f *checker.Finding, d *text.Document, places []text.Span, rights ...string) {
	f.Span = places[0]
	for _, span := range places[1:min(len(places), maxMinority)] {
		f.Related = append(f.Related, checker.Related{Span: span, Message: d.Text[span.Start:span.End]})
	}
	for _, right := range rights {
		fix := checker.Fix{Title: right}
		for _, span := range places {
			fix.Edits = append(fix.Edits, checker.Edit{Span: span, Text: right})
		}
		f.Fixes = append(f.Fixes, fix)
	}
}
