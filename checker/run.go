package checker

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker/text"
)

// Input is one document to check. Load runs on one of the run's workers, so
// that files are read and cut into words in parallel.
type Input struct {
	Name string
	Load func() (*text.Document, error)
	// Rules are the rules for this document, as configured.
	Rules []Rule
	// House is the newsroom's own list of spellings, or nil.
	House *House
	// Recall, if set, may return what is known to be found in the document, which
	// is then not loaded. It is not asked when documents are compared with one
	// another. It runs on a worker, as Load does.
	Recall func() (found []Finding, ok bool)
	// Found, if set, is given what was found in a document that was loaded and
	// checked without an error, by the worker that did it.
	Found func([]Finding)
}

// Options say how to run. The zero value works.
type Options struct {
	// Language is the language of messages: Hindi by default.
	Language language.Tag
	// Jobs is the number of documents checked at once: 1 when it is less.
	Jobs int
	// Across compares documents with one another; else each document is
	// compared with itself alone.
	Across bool
	// Sentences asks for Finding.Sentence.
	Sentences bool
	// Selected says that the rules of the inputs are a choice for this run alone: a
	// suppression comment that names no rule is then not judged unused.
	Selected bool
	// Progress, if set, is called after each document, from one goroutine at
	// a time, in no fixed order.
	Progress func(name string)
}

// DocError is a failure that concerns one document.
type DocError struct {
	Doc string
	Err error
}

// Error returns the document's name and what went wrong.
func (e *DocError) Error() string { return e.Doc + ": " + e.Err.Error() }

// Unwrap returns what went wrong.
func (e *DocError) Unwrap() error { return e.Err }

// Result is what a run found.
type Result struct {
	// Findings are in the order of the inputs, and by position in each.
	Findings []Finding
	// Errors are the documents that could not be checked, or not wholly.
	Errors []*DocError
	// Docs counts the documents that were checked.
	Docs int
}

// Run checks documents. What it returns does not depend on timing. A document
// that cannot be loaded, and a rule that panics, are Errors of the result; the
// error is only that of a cancelled context, with the result so far.
func Run(ctx context.Context, inputs iter.Seq[Input], opts Options) (*Result, error) {
	r := newRunner(opts)
	type job struct {
		slot *slot
		in   Input
	}
	jobs := make(chan job)
	var workers sync.WaitGroup
	for range max(opts.Jobs, 1) {
		workers.Go(func() {
			printer := r.printer()
			for j := range jobs {
				r.document(j.slot, j.in, printer)
				r.progress(j.in.Name)
			}
		})
	}
	var slots []*slot
	for in := range inputs {
		if ctx.Err() != nil {
			break
		}
		s := new(slot)
		slots = append(slots, s)
		jobs <- job{s, in}
	}
	close(jobs)
	workers.Wait()
	if opts.Across && ctx.Err() == nil {
		r.compareAll(slots)
	}
	return gather(slots), ctx.Err()
}

// gather returns what was found in documents.
func gather(slots []*slot) *Result {
	out := &Result{}
	total := 0
	for _, s := range slots {
		total += len(s.findings)
	}
	out.Findings = slices.Grow(out.Findings, total)
	for _, s := range slots {
		out.Findings = append(out.Findings, s.findings...)
		out.Errors = append(out.Errors, s.errors...)
		if s.checked {
			out.Docs++
		}
	}
	return out
}

// CheckDocument checks one document with rules, in the caller's goroutine.
func CheckDocument(doc *text.Document, rules []Rule, opts Options) *Result {
	opts.Across = false
	r := newRunner(opts)
	s := new(slot)
	in := Input{Name: doc.Name, Rules: rules, Load: func() (*text.Document, error) { return doc, nil }}
	r.document(s, in, r.printer())
	return &Result{Findings: s.findings, Errors: s.errors, Docs: 1}
}

// slot is what a run keeps of a document.
type slot struct {
	findings []Finding
	errors   []*DocError
	checked  bool

	// The rest is kept only when documents are compared with one another.
	doc   *text.Document
	rules []Rule
	house *House
	facts []any // by rule
	raw   []Finding
}

type runner struct {
	opts Options
	mu   sync.Mutex // guards opts.Progress
}

func newRunner(opts Options) *runner {
	if opts.Language == language.Und {
		opts.Language = language.Hindi
	}
	return &runner{opts: opts}
}

// printer returns what makes the printer of one goroutine when it is first
// needed: most rules find nothing in most documents.
func (r *runner) printer() func() *message.Printer {
	return sync.OnceValue(func() *message.Printer { return Printer(r.opts.Language) })
}

func (r *runner) progress(name string) {
	if r.opts.Progress == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.opts.Progress(name)
}

// document loads and checks one document.
func (r *runner) document(s *slot, in Input, printer func() *message.Printer) {
	if in.Recall != nil && !r.opts.Across {
		if s.findings, s.checked = in.Recall(); s.checked {
			return
		}
	}
	doc, err := load(in)
	if err != nil {
		s.errors = append(s.errors, &DocError{in.Name, err})
		return
	}
	s.checked = true
	var raw []Finding
	var facts []any
	pass := new(Pass)
	for i := range in.Rules {
		rule := &in.Rules[i]
		c := rule.Check.check()
		*pass = Pass{found: pass.found[:0], Doc: doc, Options: rule.Options, House: in.House, Across: r.opts.Across, rule: rule, printer: printer}
		err := protect(rule.Name, func() {
			switch {
			case c.each != nil:
				c.each(pass)
			case r.opts.Across:
				if facts == nil {
					facts = make([]any, len(in.Rules))
				}
				facts[i] = c.collect(pass)
			default:
				corpus := &Corpus{Options: rule.Options, House: in.House, Docs: []*text.Document{doc}, rules: []*Rule{rule}, houses: []*House{in.House}, printer: printer, found: make([][]Finding, 1)}
				c.compare(corpus, []any{c.collect(pass)})
				pass.found = append(pass.found, corpus.found[0]...)
			}
		})
		if err != nil {
			s.errors = append(s.errors, &DocError{in.Name, err})
			continue
		}
		raw = append(raw, pass.found...)
	}
	if r.opts.Across {
		s.doc, s.rules, s.house, s.facts, s.raw = doc, in.Rules, in.House, facts, raw
		return
	}
	s.findings = r.resolve(s, doc, []*text.Document{doc}, in.Rules, raw, printer)
	if in.Found != nil && len(s.errors) == 0 {
		in.Found(s.findings)
	}
}

// load loads a document; a parser that panics is an error of its file.
func load(in Input) (doc *text.Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("cannot be read: internal error: %v\n%s", v, debug.Stack())
		}
	}()
	return in.Load()
}

// protect turns a panic of a rule into an error.
func protect(rule string, f func()) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("rule %s failed (please report this): %v\n%s", rule, v, debug.Stack())
		}
	}()
	f()
	return nil
}

// compareAll runs the comparing halves of rules over all documents, a rule
// after the other, and resolves all findings.
func (r *runner) compareAll(slots []*slot) {
	printer := r.printer()
	var docs []*text.Document
	var checked []*slot
	for _, s := range slots {
		if s.checked {
			within(s.raw, len(docs))
			docs = append(docs, s.doc)
			checked = append(checked, s)
		}
	}
	var names []string
	for _, s := range checked {
		for _, rule := range s.rules {
			if rule.Check.check().compare != nil && !slices.Contains(names, rule.Name) {
				names = append(names, rule.Name)
			}
		}
	}
	for _, name := range names {
		corpus := &Corpus{Docs: docs, rules: make([]*Rule, len(docs)), houses: make([]*House, len(docs)), printer: printer, found: make([][]Finding, len(docs))}
		facts := make([]any, len(docs))
		var compare func(*Corpus, []any)
		for d, s := range checked {
			i := slices.IndexFunc(s.rules, func(rule Rule) bool { return rule.Name == name })
			if i < 0 {
				continue
			}
			corpus.rules[d], corpus.houses[d], facts[d] = &s.rules[i], s.house, s.facts[i]
			if compare == nil {
				compare, corpus.Options, corpus.House = s.rules[i].Check.check().compare, s.rules[i].Options, s.house
			}
		}
		if err := protect(name, func() { compare(corpus, facts) }); err != nil {
			checked[0].errors = append(checked[0].errors, &DocError{docs[0].Name, err})
			continue
		}
		for d, found := range corpus.found {
			checked[d].raw = append(checked[d].raw, found...)
		}
	}
	for _, s := range checked {
		s.findings = r.resolve(s, s.doc, docs, s.rules, s.raw, printer)
		s.doc, s.facts, s.raw, s.rules = nil, nil, nil, nil
	}
}

// within says that the other places of findings are in the document with an
// index, as they are where a rule looked at that document alone.
func within(found []Finding, doc int) {
	for _, f := range found {
		for i := range f.Related {
			f.Related[i].In = doc
		}
	}
}
