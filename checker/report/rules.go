package report

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// fixKind says what fixes a rule has.
type fixKind string

const (
	noFix         fixKind = "none"
	suggestedFix  fixKind = "suggested"
	safeFix       fixKind = "safe"
	sometimesSafe fixKind = "safe or suggested"
)

// fixesOf returns what fixes a rule has, as the examples on its page show.
func fixesOf(rule checker.Rule) fixKind {
	wrong, _, err := rule.Examples()
	if err != nil {
		return noFix
	}
	if rule, err = rule.Documented(); err != nil {
		return noFix
	}
	safe, suggested := false, false
	for _, e := range wrong {
		doc := text.Plain("example", e.Text)
		for _, f := range checker.CheckDocument(doc, []checker.Rule{rule}, checker.Options{}).Findings {
			for _, fix := range f.Fixes {
				safe = safe || fix.Safe
				suggested = suggested || !fix.Safe
			}
		}
	}
	switch {
	case safe && suggested:
		return sometimesSafe
	case safe:
		return safeFix
	case suggested:
		return suggestedFix
	}
	return noFix
}

// Rules writes a table of rules. Only its last column holds Hindi: what stands
// behind Hindi cannot be aligned.
func Rules(w io.Writer, run Run, rules []checker.Rule) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "RULE\tCATEGORY\tSEVERITY\tFIX\tFINDS") //nolint:errcheck // Flush says it
	for _, rule := range rules {
		severity := rule.Severity.String()
		if rule.Off {
			severity = "off"
		}
		finds := rule.Summary()
		if run.Language != language.English {
			finds = rule.Title()
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", rule.Name, rule.Category, severity, fixesOf(rule), finds) //nolint:errcheck // Flush says it
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "\n%s\n", run.printer().Sprintf(msgRules, len(rules)))
	return err
}

// jsonRule is a rule in RulesJSON.
type jsonRule struct {
	Name     string           `json:"name"`
	Category string           `json:"category"`
	Severity checker.Severity `json:"severity"`
	Off      bool             `json:"off,omitempty"`
	Fix      fixKind          `json:"fix"`
	Title    string           `json:"title"`
	Summary  string           `json:"summary"`
	Options  []jsonOption     `json:"options,omitempty"`
}

type jsonOption struct {
	Name    string `json:"name"`
	Default any    `json:"default"`
}

// RulesJSON writes the rules as a JSON array.
func RulesJSON(w io.Writer, rules []checker.Rule) error {
	out := make([]jsonRule, len(rules))
	for i, rule := range rules {
		out[i] = jsonRule{
			Name: rule.Name, Category: rule.Category, Severity: rule.Severity, Off: rule.Off, Fix: fixesOf(rule),
			Title: rule.Title(), Summary: rule.Summary(),
		}
		for _, o := range rule.OptionDefaults() {
			out[i].Options = append(out[i].Options, jsonOption{o.Name, o.Default})
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}
