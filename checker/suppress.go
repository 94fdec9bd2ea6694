package checker

import (
	"slices"

	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker/text"
)

// UnusedSuppression is the name of the engine's own finding: a suppression
// comment that suppresses nothing.
const UnusedSuppression = "unused-suppression"

var msgUnused = Say("this comment suppresses nothing; remove it", "यह टिप्पणी कुछ नहीं दबाती; इसे हटा दें")

// region is the part of a source in which a directive silences rules.
type region struct {
	directive *text.Directive
	from, to  int
	used      bool
}

// suppress removes the findings that suppression comments silence, and adds an
// info for each comment that silences nothing. A comment whose rules are all
// switched off cannot be judged and is left alone; so is one that names no rule
// where the rules are a choice for one run.
func suppress(doc *text.Document, rules []Rule, found []Finding, m *text.Mapper, printer func() *message.Printer, selected bool) []Finding {
	if len(doc.Directives) == 0 {
		return found
	}
	regions := silenced(doc, m)
	found = slices.DeleteFunc(found, func(f Finding) bool {
		hidden := false
		for i := range regions {
			r := &regions[i]
			if r.from <= f.Span.Start && f.Span.Start < r.to && r.covers(f.Rule) {
				r.used, hidden = true, true
			}
		}
		return hidden
	})
	for _, r := range regions {
		if r.used || selected && len(r.directive.Rules) == 0 || !slices.ContainsFunc(rules, func(rule Rule) bool { return r.covers(rule.Name) }) {
			continue
		}
		f := Finding{
			Rule: UnusedSuppression, Category: "suppression", Severity: Info, Doc: doc.Name, Extracted: doc.Extracted,
			Span: r.directive.Span, Start: m.Position(r.directive.Span.Start), End: m.Position(r.directive.Span.End),
			Text:    doc.Source[r.directive.Span.Start:r.directive.Span.End],
			Message: printer().Sprintf(msgUnused),
		}
		f.Sentence, f.InSentence = f.Text, text.Span{Start: 0, End: len(f.Text)}
		found = append(found, f)
	}
	return found
}

func (r region) covers(rule string) bool {
	return len(r.directive.Rules) == 0 || slices.Contains(r.directive.Rules, rule)
}

// silenced returns the regions of a document's directives. An `on` ends every
// `off` before it that it names, or all when it names none.
func silenced(doc *text.Document, m *text.Mapper) []region {
	var out []region
	for i := range doc.Directives {
		d := &doc.Directives[i]
		switch d.Action {
		case text.Off:
			out = append(out, region{directive: d, from: d.Span.End, to: len(doc.Source) + 1})
		case text.Ignore:
			line := m.Position(d.Span.End).Line
			if line < m.Lines() {
				next := m.LineSpan(line + 1)
				out = append(out, region{directive: d, from: next.Start, to: next.End + 1})
			} else {
				out = append(out, region{directive: d})
			}
		case text.On:
			for j := range out {
				r := &out[j]
				if r.directive.Action == text.Off && r.to > len(doc.Source) && (len(d.Rules) == 0 || slices.Equal(d.Rules, r.directive.Rules)) {
					r.to = d.Span.Start
				}
			}
		}
	}
	return out
}
