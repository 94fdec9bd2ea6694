package checker

import (
	"cmp"
	"slices"

	"github.com/nukta/nukta/checker/text"
)

// Apply returns the source with fixes applied, and the findings that they
// mend. Of each finding the first fix that accept takes is applied, whole or
// not at all; of two fixes that touch the same bytes the one of the earlier
// finding. Findings must be of this source.
func Apply(source string, findings []Finding, accept func(Finding, Fix) bool) (string, []Finding) {
	edits, mended := Choose(source, findings, accept)
	return text.Splice(source, edits), mended
}

// Choose returns the edits that Apply makes, in order, and the findings that
// they mend.
func Choose(source string, findings []Finding, accept func(Finding, Fix) bool) ([]text.Edit, []Finding) {
	ordered := slices.Clone(findings)
	slices.SortStableFunc(ordered, func(a, b Finding) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var taken []Edit
	var mended []Finding
	for _, f := range ordered {
		i := slices.IndexFunc(f.Fixes, func(fix Fix) bool { return accept(f, fix) })
		if i < 0 {
			continue
		}
		edits := slices.Clone(f.Fixes[i].Edits)
		slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		if !fits(taken, edits, len(source)) {
			continue
		}
		taken = insert(taken, edits)
		mended = append(mended, f)
	}
	out := make([]text.Edit, len(taken))
	for i, e := range taken {
		out[i] = text.Edit{Span: e.Span, Text: e.Text}
	}
	return out, mended
}

// fits reports whether the edits of one fix, sorted, are in bounds and meet
// neither one another nor an edit that is taken. Two edits meet when they share
// a byte, or when one inserts where the other begins or ends. An edit that is
// taken already, letter for letter, does not meet itself: two findings may
// share one.
func fits(taken, edits []Edit, size int) bool {
	for i, e := range edits {
		if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > size {
			return false
		}
		if i > 0 && meet(edits[i-1], e) {
			return false
		}
		at := place(taken, e)
		if at < len(taken) && taken[at] == e {
			continue
		}
		if at > 0 && meet(taken[at-1], e) || at < len(taken) && meet(e, taken[at]) {
			return false
		}
	}
	return true
}

// insert adds edits that fit.
func insert(taken, edits []Edit) []Edit {
	for _, e := range edits {
		at := place(taken, e)
		if at == len(taken) || taken[at] != e {
			taken = slices.Insert(taken, at, e)
		}
	}
	return taken
}

// place returns the index at which an edit stands or would stand.
func place(taken []Edit, e Edit) int {
	at, _ := slices.BinarySearchFunc(taken, e, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	return at
}

func meet(a, b Edit) bool {
	if a.Span.Len() == 0 || b.Span.Len() == 0 {
		return a.Span.End >= b.Span.Start
	}
	return a.Span.End > b.Span.Start
}
