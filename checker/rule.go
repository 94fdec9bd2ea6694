// Package checker is the engine: it runs rules over documents and returns
// findings with exact positions. It knows no rule, no file format and no
// output; those are packages rules, checker/format and checker/report.
package checker

import (
	"fmt"
	"strings"
)

// Severity says how sure and how grave a finding is.
type Severity int

// Info is for matters of taste and for what a rule is not sure of; Warning is
// for what an editor wants to see; Error is for what is wrong in any style.
const (
	Info Severity = iota
	Warning
	Error
)

var severityNames = [...]string{"info", "warning", "error"}

// String returns info, warning or error.
func (s Severity) String() string {
	if s < 0 || int(s) >= len(severityNames) {
		return fmt.Sprintf("severity(%d)", int(s))
	}
	return severityNames[s]
}

// ParseSeverity is the inverse of String.
func ParseSeverity(name string) (Severity, error) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q (info, warning or error)", name)
}

// MarshalText returns the severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the severity's name.
func (s *Severity) UnmarshalText(b []byte) error {
	v, err := ParseSeverity(string(b))
	*s = v
	return err
}

// Rule is one thing that is checked: a value and a function.
type Rule struct {
	// Name is the rule's stable public id, as unbalanced-quotes.
	Name string
	// Category groups rules: names, quotes, graphemes …
	Category string
	// Severity is the severity of findings that set none of their own.
	Severity Severity
	// Doc is the rule's page, in Markdown.
	Doc string
	// Off says that the rule runs only where a configuration turns it on.
	Off bool
	// Options are the rule's default options, a struct, or nil. A
	// configuration changes a copy.
	Options any
	// Overrides are the categories of which a finding is dropped that lies within
	// one of this rule: what a house says itself is said alone.
	Overrides []string
	// Check finds the faults.
	Check Check

	// forced is the severity that a configuration sets for all findings.
	forced *Severity
}

// Title returns the first heading of the rule's page.
func (r *Rule) Title() string {
	for line := range strings.Lines(r.Doc) {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			return strings.TrimSpace(title)
		}
	}
	return r.Name
}

// Summary returns the English summary line of the rule's page: its first
// block quotation.
func (r *Rule) Summary() string {
	for line := range strings.Lines(r.Doc) {
		if summary, ok := strings.CutPrefix(line, "> "); ok {
			return strings.TrimSpace(summary)
		}
	}
	return ""
}

// Check is how a rule looks at documents; Each and Across make one.
type Check interface{ check() check }

// check is the one representation of both kinds.
type check struct {
	each    func(*Pass)
	collect func(*Pass) any
	compare func(*Corpus, []any)
}

func (c check) check() check { return c }

// Each returns the check of a rule that looks at one document at a time.
func Each(f func(*Pass)) Check { return check{each: f} }

// Facts is what a rule collected from one document.
type Facts[F any] struct {
	// Doc is the document's index in the corpus.
	Doc   int
	Facts F
}

// Across returns the check of a rule that compares documents: collect gathers
// facts from one, compare judges the facts of a corpus, in the order of its
// documents. A draft checked alone is a corpus of one.
func Across[F any](collect func(*Pass) F, compare func(*Corpus, []Facts[F])) Check {
	return check{
		collect: func(p *Pass) any { return collect(p) },
		compare: func(c *Corpus, all []any) {
			facts := make([]Facts[F], 0, len(all))
			for i, f := range all {
				if f, ok := f.(F); ok {
					facts = append(facts, Facts[F]{i, f})
				}
			}
			compare(c, facts)
		},
	}
}
