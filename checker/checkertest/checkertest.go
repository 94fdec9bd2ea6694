// Package checkertest runs the examples on rules' pages as tests.
//
// A page has a section `## गलत` with examples in which every fault is marked,
// ⟦found⟧ or ⟦found → fixed⟧, and a section `## सही` with examples that stay
// silent. A list item is an example of one line, a fenced block one of several.
// \u200d and the like stand for characters that nobody sees. The findings on an
// example must equal its marks exactly, and the first fix of a finding must
// give the text behind the arrow. A block of yaml before them is a configuration
// that they run with.
package checkertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// Run runs the examples of each rule's page against that rule alone, and
// checks that the page has what a page must have.
func Run(t *testing.T, rules []checker.Rule) {
	for _, rule := range rules {
		t.Run(rule.Name, func(t *testing.T) {
			wrong, right, err := rule.Examples()
			if err != nil {
				t.Fatal(err)
			}
			if len(wrong) == 0 || len(right) == 0 {
				t.Error("the page needs examples under ## गलत and ## सही")
			}
			if rule.Title() == rule.Name || rule.Summary() == "" || !strings.Contains(rule.Doc, "\n## English\n") {
				t.Error("the page needs a title, a summary line (> …) and a section ## English")
			}
			shown, err := rule.Documented()
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range slices.Concat(wrong, right) {
				compare(t, shown, e)
			}
		})
	}
}

func compare(t *testing.T, rule checker.Rule, e checker.Example) {
	t.Helper()
	for _, lang := range []language.Tag{language.Hindi, language.English} {
		doc := text.Plain("example.txt", e.Text)
		res := checker.CheckDocument(doc, []checker.Rule{rule}, checker.Options{Language: lang})
		for _, err := range res.Errors {
			t.Errorf("line %d: %v", e.Line, err)
		}
		got, want := render(e, res.Findings), show(e.String())
		if got != want {
			t.Errorf("line %d:\n got %s\nwant %s", e.Line, got, want)
		}
		for _, f := range res.Findings {
			if f.Message == "" || strings.Contains(f.Message, "%!") {
				t.Errorf("line %d: bad message %q", e.Line, f.Message)
			}
			if devanagari := strings.ContainsFunc(f.Message, text.IsDevanagari); lang == language.Hindi && !devanagari {
				t.Errorf("line %d: the message has no Hindi: %q", e.Line, f.Message)
			}
		}
	}
}

// render marks findings as a page would: with the fix only where the page says
// one for that place.
func render(e checker.Example, findings []checker.Finding) string {
	got := checker.Example{Text: e.Text}
	for _, f := range findings {
		m := checker.Mark{Span: f.Span}
		i := slices.IndexFunc(e.Marks, func(m checker.Mark) bool { return m.Span == f.Span })
		if i >= 0 && e.Marks[i].Fix != nil {
			fixed := "(no fix)"
			if len(f.Fixes) > 0 {
				fixed = result(e.Text, f)
			}
			m.Fix = &fixed
		}
		if n := len(got.Marks); n > 0 && m.Span.Start < got.Marks[n-1].Span.End {
			return fmt.Sprintf("overlapping findings at %q: %s", f.Text, f.Message)
		}
		got.Marks = append(got.Marks, m)
	}
	return show(got.String())
}

// result returns what the first fix of a finding makes of the finding's span.
func result(source string, f checker.Finding) string {
	fixed, _ := checker.Apply(source, []checker.Finding{f}, func(checker.Finding, checker.Fix) bool { return true })
	tail := len(source) - f.Span.End
	if len(fixed)-tail < f.Span.Start {
		return "(fix outside the finding)"
	}
	return fixed[f.Span.Start : len(fixed)-tail]
}

// show spells invisible characters out.
func show(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r == text.ZWJ || r == text.ZWNJ || text.IsInvisible(r) || r == 0xa0 {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
