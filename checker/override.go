package checker

import (
	"cmp"
	"slices"

	"github.com/nukta/nukta/checker/text"
)

// override drops the findings that lie within one of a rule that overrides their
// category.
func override(rules []Rule, found []Finding) []Finding {
	for _, rule := range rules {
		if len(rule.Overrides) == 0 {
			continue
		}
		spans := spansOf(rule.Name, found)
		if len(spans) == 0 {
			continue
		}
		found = slices.DeleteFunc(found, func(f Finding) bool {
			if f.Rule == rule.Name || !slices.Contains(rule.Overrides, f.Category) {
				return false
			}
			i, _ := slices.BinarySearchFunc(spans, f.Span.End, func(s text.Span, end int) int { return cmp.Compare(s.End, end) })
			return i < len(spans) && spans[i].Contains(f.Span)
		})
	}
	return found
}

// spansOf returns the spans of a rule's findings in order; of overlapping ones
// the last that begins is left out.
func spansOf(rule string, found []Finding) (spans []text.Span) {
	for _, f := range found {
		if f.Rule == rule {
			spans = append(spans, f.Span)
		}
	}
	slices.SortFunc(spans, func(a, b text.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return slices.CompactFunc(spans, text.Span.Overlaps)
}
