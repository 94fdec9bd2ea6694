package checker

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// Example is one example on a rule's page.
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

// The headings of the sections of a rule's page that a program has to know.
const (
	wrongSection = "## गलत"
	rightSection = "## सही"
)

// Documented returns the rule as its page's examples show it: as the configuration
// says that stands on the page, in a block of yaml before the first example.
func (r *Rule) Documented() (Rule, error) {
	before, _, _ := strings.Cut(r.Doc, "\n"+wrongSection)
	_, block, _ := strings.Cut(before, "\n```yaml\n")
	block, _, ok := strings.Cut(block, "```")
	if !ok {
		return *r, nil
	}
	config, err := ParseConfig(r.Name+".md", []byte(block), []Rule{*r})
	if err != nil {
		return *r, err
	}
	for _, rule := range config.Select([]Rule{*r}) {
		return rule, nil
	}
	return *r, nil
}

// Examples returns the examples of the rule's page: those of faults and those
// that stay silent. A list item is an example of one line, a fenced block one of
// several; \u200d and the like stand for characters that nobody sees.
func (r *Rule) Examples() (wrong, right []Example, err error) {
	var section string
	var block []string
	fenced, start := false, 0
	add := func(line int, s string) error {
		e, err := parseExample(line, s)
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
	for i, line := range strings.Split(r.Doc, "\n") {
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

var escaped = regexp.MustCompile(`\\u([0-9a-fA-F]{4,5})`)

// parseExample takes the marks out of an example.
func parseExample(line int, s string) (Example, error) {
	s = escaped.ReplaceAllStringFunc(s, func(m string) string {
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
	out.WriteString(e.Text[at:])
	return out.String()
}
