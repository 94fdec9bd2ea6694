package checker

import (
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker/text"
)

// Pass is one rule's look at one document.
type Pass struct {
	Doc *text.Document
	// Options are the rule's options as configured, of the type of
	// Rule.Options.
	Options any
	// House is the newsroom's own list of spellings, or nil.
	House *House
	// Across says that documents will be compared with one another: a rule made
	// by Across need not collect what it only compares when they are not.
	Across bool

	rule    *Rule
	printer func() *message.Printer
	found   []Finding
}

// Sprintf returns a message in the language of the run. The key is the English
// sentence; its Hindi is in the message catalogue.
func (p *Pass) Sprintf(key message.Reference, args ...any) string {
	return p.printer().Sprintf(key, args...)
}

// Report adds a finding whose offsets are text offsets of Doc. The rule's name,
// category and severity are filled in; a finding that wants a lower severity
// than the rule's uses ReportAs.
func (p *Pass) Report(f Finding) { p.ReportAs(p.rule.Severity, f) }

// ReportAs adds a finding with a severity of its own.
func (p *Pass) ReportAs(s Severity, f Finding) {
	p.found = append(p.found, finish(p.rule, s, f))
}

func finish(rule *Rule, s Severity, f Finding) Finding {
	f.Rule, f.Category, f.Severity = rule.Name, rule.Category, s
	if rule.forced != nil {
		f.Severity = *rule.forced
	}
	return f
}

// Corpus is the set of documents that a rule compares.
type Corpus struct {
	// Options are the rule's options as configured for the first document that
	// it looks at; see Of.
	Options any
	// Docs are the documents, in the order of the run.
	Docs []*text.Document
	// House is the list of spellings of the newsroom of that document, or nil.
	House *House

	rules   []*Rule  // the rule as configured for each document
	houses  []*House // by document
	printer func() *message.Printer
	found   [][]Finding // by document
}

// Of returns the rule's options as configured for a document, and the list of
// spellings that holds for it.
func (c *Corpus) Of(doc int) (options any, house *House) {
	return c.rules[doc].Options, c.houses[doc]
}

// Sprintf returns a message in the language of the run.
func (c *Corpus) Sprintf(key message.Reference, args ...any) string {
	return c.printer().Sprintf(key, args...)
}

// Report adds a finding in the document with an index. Offsets are text
// offsets of that document, those of Related of their own document.
func (c *Corpus) Report(doc int, f Finding) { c.ReportAs(doc, c.rules[doc].Severity, f) }

// ReportAs adds a finding with a severity of its own.
func (c *Corpus) ReportAs(doc int, s Severity, f Finding) {
	c.found[doc] = append(c.found[doc], finish(c.rules[doc], s, f))
}
