package checker

import (
	"cmp"
	"slices"
	"strings"

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
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	sweep := newSweep(regions)
	found = slices.DeleteFunc(found, func(f Finding) bool { return sweep.silences(f) })
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

// keys are the rules that a region silences; no name stands for all.
func (r region) keys() []string {
	if len(r.directive.Rules) == 0 {
		return []string{""}
	}
	return r.directive.Rules
}

// silenced returns the regions of a document's directives, in the order of their
// beginnings. An `on` ends every `off` before it that it names, or all when it
// names none.
func silenced(doc *text.Document, m *text.Mapper) []region {
	var out []region
	prose := 0                 // the token that the last ignore reaches
	open := map[string][]int{} // the offs that no on has ended, by what they name
	end := func(names string, at int) {
		for _, i := range open[names] {
			out[i].to = at
		}
		delete(open, names)
	}
	for i := range doc.Directives {
		d := &doc.Directives[i]
		switch d.Action {
		case text.Off:
			names := strings.Join(d.Rules, " ")
			open[names] = append(open[names], len(out))
			out = append(out, region{directive: d, from: d.Span.End, to: len(doc.Source) + 1})
		case text.Ignore:
			prose = nextProse(doc, d.Span.End, prose)
			out = append(out, region{directive: d, from: d.Span.End, to: max(d.Span.End, ignoredUntil(doc, prose, m))})
		case text.On:
			if len(d.Rules) > 0 {
				end(strings.Join(d.Rules, " "), d.Span.Start)
				continue
			}
			for names := range open {
				end(names, d.Span.Start)
			}
		}
	}
	return out
}

// nextProse returns the index of the first token behind a source offset, and not
// before another index, that is more than a blank.
func nextProse(doc *text.Document, offset, least int) int {
	i, _ := slices.BinarySearchFunc(doc.Tokens, offset, func(t text.Token, offset int) int {
		return cmp.Compare(doc.ToSource(t.Span()).Start, offset)
	})
	i = max(i, least)
	for i < len(doc.Tokens) && (doc.Tokens[i].Kind == text.Space || doc.Tokens[i].Kind == text.Break) {
		i++
	}
	return i
}

// ignoredUntil returns where an ignore ends that reaches a token: behind its line.
// That is the line of the comment itself where text follows there; between it and
// another there may be blank lines and markup.
func ignoredUntil(doc *text.Document, token int, m *text.Mapper) int {
	if token == len(doc.Tokens) {
		return 0
	}
	line := m.Position(doc.ToSource(doc.Tokens[token].Span()).Start).Line
	return m.LineSpan(line).End + 1
}

// sweep goes through a document with the regions that are open at a place.
type sweep struct {
	regions []region // in the order of their beginnings
	ends    []int    // indexes of them, in the order of their ends
	begun   int
	ended   int
	open    map[string]*silence // by rule; no name stands for all
}

// silence is what silences a rule at a place.
type silence struct {
	depth int   // how many regions
	fresh []int // those that began since the last finding
}

func newSweep(regions []region) *sweep {
	s := &sweep{regions: regions, open: map[string]*silence{}}
	for i := range regions {
		s.ends = append(s.ends, i)
	}
	slices.SortStableFunc(s.ends, func(a, b int) int { return cmp.Compare(regions[a].to, regions[b].to) })
	return s
}

// silences reports whether a finding is silenced, and notes which regions do. It
// takes the findings of a document in order.
func (s *sweep) silences(f Finding) bool {
	s.move(f.Span.Start)
	hidden := false
	for _, key := range []string{"", f.Rule} {
		at := s.open[key]
		if at == nil || at.depth == 0 {
			continue
		}
		hidden = true
		for _, i := range at.fresh {
			if s.regions[i].to > f.Span.Start {
				s.regions[i].used = true
			}
		}
		at.fresh = at.fresh[:0]
	}
	return hidden
}

// move opens and closes the regions that begin and end before a place.
func (s *sweep) move(place int) {
	for ; s.begun < len(s.regions) && s.regions[s.begun].from <= place; s.begun++ {
		for _, key := range s.regions[s.begun].keys() {
			at := s.open[key]
			if at == nil {
				at = new(silence)
				s.open[key] = at
			}
			at.depth++
			at.fresh = append(at.fresh, s.begun)
		}
	}
	for ; s.ended < len(s.ends) && s.regions[s.ends[s.ended]].to <= place; s.ended++ {
		for _, key := range s.regions[s.ends[s.ended]].keys() {
			s.open[key].depth--
		}
	}
}
