// Package checkertest runs the examples on rules' pages as tests.
//
// A page has a section `## गलत` with examples in which every fault is marked,
// ⟦found⟧ or ⟦found → fixed⟧, and a section `## सही` with examples that stay
// silent. A list item is an example of one line, a fenced block one of several.
// \u200d and the like stand for characters that nobody sees. The findings on an
// example must equal its marks exactly, and the first fix of a finding must
// give the text behind the arrow.
package checkertest

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// Example is one example of a page.
type Example struct {
	// Line is the example's first line in the page, from 1.
	Line int
	// Text is the example without marks.
	Text string
	// Marks are the marked faults in order.
	Marks []Mark
}

// Mark is one marked fault: its span in the example, and what a fix makes of
// it where the page says so.
type Mark struct {
	Span text.Span
	Fix  *string
}

const (
	wrongSection = "## गलत"
	rightSection = "## सही"
)

// Examples returns the examples of a page, those of the wrong section and
// those of the right one.
func Examples(page string) (wrong, right []Example, err error) {
	var section string
	var block []string
	fenced, start := false, 0
	add := func(line int, s string) error {
		e, err := parse(line, s)
		if err != nil {
			return err
		}
		switch {
		case section == wrongSection:
			wrong = append(wrong, e)
		case len(e.Marks) > 0:
			return fmt.Errorf("line %d: a marked fault outside %s", line, wrongSection)
		default:
			right = append(right, e)
		}
		return nil
	}
	for i, line := range strings.Split(page, "\n") {
		switch {
		case strings.HasPrefix(line, "## ") && !fenced:
			section = strings.TrimSpace(line)
		case section != wrongSection && section != rightSection:
		case strings.HasPrefix(line, "```") && fenced:
			fenced = false
			if err := add(start, strings.Join(block, "\n")); err != nil {
				return nil, nil, err
			}
		case strings.HasPrefix(line, "```"):
			fenced, start, block = true, i+2, nil
		case fenced:
			block = append(block, line)
		case strings.HasPrefix(line, "- "):
			if err := add(i+1, line[2:]); err != nil {
				return nil, nil, err
			}
		}
	}
	return wrong, right, nil
}

var escape = regexp.MustCompile(`\\u([0-9a-fA-F]{4,5})`)

// parse takes the marks out of an example.
func parse(line int, s string) (Example, error) {
	s = escape.ReplaceAllStringFunc(s, func(m string) string {
		r, _ := strconv.ParseUint(m[2:], 16, 32)
		return string(rune(r))
	})
	e := Example{Line: line}
	var out strings.Builder
	for {
		before, rest, open := strings.Cut(s, "⟦")
		out.WriteString(before)
		if !open {
			break
		}
		inside, after, closed := strings.Cut(rest, "⟧")
		if !closed {
			return e, fmt.Errorf("line %d: ⟦ without ⟧", line)
		}
		found, fix, fixed := strings.Cut(inside, " → ")
		m := Mark{Span: text.Span{Start: out.Len(), End: out.Len() + len(found)}}
		if fixed {
			m.Fix = &fix
		}
		out.WriteString(found)
		e.Marks = append(e.Marks, m)
		s = after
	}
	e.Text = out.String()
	return e, nil
}

// Run runs the examples of each rule's page against that rule alone, and
// checks that the page has what a page must have.
func Run(t *testing.T, rules []checker.Rule) {
	for _, rule := range rules {
		t.Run(rule.Name, func(t *testing.T) {
			wrong, right, err := Examples(rule.Doc)
			if err != nil {
				t.Fatal(err)
			}
			if len(wrong) == 0 || len(right) == 0 {
				t.Errorf("the page needs examples under %s and %s", wrongSection, rightSection)
			}
			if rule.Title() == rule.Name || rule.Summary() == "" || !strings.Contains(rule.Doc, "\n## English\n") {
				t.Error("the page needs a title, a summary line (> …) and a section ## English")
			}
			for _, e := range slices.Concat(wrong, right) {
				compare(t, rule, e)
			}
		})
	}
}

func compare(t *testing.T, rule checker.Rule, e Example) {
	t.Helper()
	for _, lang := range []language.Tag{language.Hindi, language.English} {
		doc := text.Plain("example.txt", e.Text)
		res := checker.CheckDocument(doc, []checker.Rule{rule}, checker.Options{Language: lang})
		for _, err := range res.Errors {
			t.Errorf("line %d: %v", e.Line, err)
		}
		got, want := render(e, res.Findings), e.String()
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

// String returns the example with its marks.
func (e Example) String() string {
	var out strings.Builder
	at := 0
	for _, m := range e.Marks {
		out.WriteString(e.Text[at:m.Span.Start])
		out.WriteString("⟦" + e.Text[m.Span.Start:m.Span.End])
		if m.Fix != nil {
			out.WriteString(" → " + *m.Fix)
		}
		out.WriteString("⟧")
		at = m.Span.End
	}
	return show(out.String() + e.Text[at:])
}

// render marks findings as a page would: with the fix only where the page says
// one for that place.
func render(e Example, findings []checker.Finding) string {
	got := Example{Text: e.Text}
	for _, f := range findings {
		m := Mark{Span: f.Span}
		i := slices.IndexFunc(e.Marks, func(m Mark) bool { return m.Span == f.Span })
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
	return got.String()
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
