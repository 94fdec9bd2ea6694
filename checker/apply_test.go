package checker_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

func edit(start, end int, with string) checker.Edit {
	return checker.Edit{Span: text.Span{Start: start, End: end}, Text: with}
}

func fix(edits ...checker.Edit) checker.Finding {
	return checker.Finding{Span: edits[0].Span, Fixes: []checker.Fix{{Edits: edits}}}
}

func all(checker.Finding, checker.Fix) bool { return true }

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name     string
		findings []checker.Finding
		want     string
		mended   int
	}{
		{"none", nil, "abcdef", 0},
		{"in any order", []checker.Finding{fix(edit(4, 5, "E")), fix(edit(1, 2, "B"))}, "aBcdEf", 2},
		{"overlapping: the earlier wins", []checker.Finding{fix(edit(1, 4, "X")), fix(edit(3, 5, "Y"))}, "aXef", 1},
		{"touching", []checker.Finding{fix(edit(1, 2, "X")), fix(edit(2, 3, "Y"))}, "aXYdef", 2},
		{"all edits or none", []checker.Finding{fix(edit(1, 2, "B")), fix(edit(2, 3, "C"), edit(1, 1, "Z"))}, "aBcdef", 1},
		{"an insertion at an edge meets", []checker.Finding{fix(edit(1, 2, "X")), fix(edit(2, 2, "+"))}, "aXcdef", 1},
		{"one edit shared by two findings", []checker.Finding{fix(edit(1, 2, "X")), fix(edit(1, 2, "X"))}, "aXcdef", 2},
		{"out of bounds", []checker.Finding{fix(edit(5, 9, "X"))}, "abcdef", 0},
		{"reversed", []checker.Finding{fix(edit(3, 2, "X"))}, "abcdef", 0},
	} {
		got, mended := checker.Apply("abcdef", c.findings, all)
		if got != c.want || len(mended) != c.mended {
			t.Errorf("%s: got %q with %d mended, want %q with %d", c.name, got, len(mended), c.want, c.mended)
		}
	}
}

// TestApplyIsWhole applies random fixes that each write a mark of their own and
// wants each mark in the result as often as its fix has edits, or not at all.
func TestApplyIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source := rapid.StringMatching(`[a-e]{0,30}`).Draw(t, "source")
		var findings []checker.Finding
		for i := range rapid.IntRange(0, 8).Draw(t, "findings") {
			var edits []checker.Edit
			for range rapid.IntRange(1, 3).Draw(t, "edits") {
				start := rapid.IntRange(0, len(source)).Draw(t, "start")
				end := rapid.IntRange(start, len(source)).Draw(t, "end")
				edits = append(edits, edit(start, end, string(rune('A'+i))))
			}
			findings = append(findings, fix(edits...))
		}
		got, mended := checker.Apply(source, findings, all)
		applied := map[string]bool{}
		for _, f := range mended {
			applied[f.Fixes[0].Edits[0].Text] = true
		}
		for _, f := range findings {
			mark := f.Fixes[0].Edits[0].Text
			n := 0
			for _, r := range got {
				if string(r) == mark {
					n++
				}
			}
			if want := map[bool]int{true: len(f.Fixes[0].Edits)}[applied[mark]]; n != want {
				t.Fatalf("%q: mark %s stands %d times, want %d", got, mark, n, want)
			}
		}
	})
}
