package checker

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

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

// resolve turns what rules reported of a document into findings: source
// offsets, positions, texts, suppression and order.
func (r *runner) resolve(s *slot, doc *text.Document, docs []*text.Document, rules []Rule, raw []Finding, printer func() *message.Printer) []Finding {
	if len(raw) == 0 && len(doc.Directives) == 0 {
		return nil
	}
	maps := mappers{}
	raw = slices.DeleteFunc(raw, func(f Finding) bool {
		if inside(f, doc, docs) {
			return false
		}
		s.errors = append(s.errors, &DocError{doc.Name, fmt.Errorf("rule %s reported a place outside the text (please report this)", f.Rule)})
		return true
	})
	for i := range raw {
		r.place(&raw[i], doc, docs, maps)
	}
	raw = suppress(doc, rules, raw, maps.of(doc), printer, r.opts.Selected)
	raw = override(rules, raw)
	slices.SortStableFunc(raw, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(b.Severity, a.Severity),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Message, b.Message),
		)
	})
	raw = slices.CompactFunc(raw, func(a, b Finding) bool {
		return a.Rule == b.Rule && a.Span == b.Span && a.Message == b.Message
	})
	fingerprint(doc, raw)
	return raw
}

// inside reports whether all places of a finding lie in their documents.
func inside(f Finding, doc *text.Document, docs []*text.Document) bool {
	fits := func(s text.Span, d *text.Document) bool {
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Text)
	}
	for _, rel := range f.Related {
		other := doc
		if len(docs) > 1 {
			if rel.In < 0 || rel.In >= len(docs) {
				return false
			}
			other = docs[rel.In]
		}
		if !fits(rel.Span, other) {
			return false
		}
	}
	for _, fix := range f.Fixes {
		for _, e := range fix.Edits {
			if !fits(e.Span, doc) {
				return false
			}
		}
	}
	return fits(f.Span, doc)
}

type mappers map[*text.Document]*text.Mapper

func (m mappers) of(doc *text.Document) *text.Mapper {
	if m[doc] == nil {
		m[doc] = text.NewMapper(doc.Source)
	}
	return m[doc]
}

// place turns the text offsets of a finding into source offsets and adds what
// follows from them.
func (r *runner) place(f *Finding, doc *text.Document, docs []*text.Document, maps mappers) {
	f.Doc, f.Extracted = doc.Name, doc.Extracted
	if doc.Encoding != text.UTF8 {
		f.Encoding = doc.Encoding
	}
	at := f.Span
	f.Span = doc.ToSource(at)
	f.Start, f.End = maps.of(doc).Position(f.Span.Start), maps.of(doc).Position(f.Span.End)
	f.Text = strings.Clone(doc.Source[f.Span.Start:f.Span.End])
	if r.opts.Sentences {
		sentence := around(doc, at)
		f.Sentence = strings.Clone(doc.Text[sentence.Start:sentence.End])
		f.InSentence = text.Span{Start: at.Start - sentence.Start, End: at.End - sentence.Start}
	}
	for i := range f.Related {
		rel := &f.Related[i]
		other := doc
		if len(docs) > 1 {
			other = docs[rel.In]
		}
		rel.Doc, rel.Span = other.Name, other.ToSource(rel.Span)
		rel.Start, rel.End = maps.of(other).Position(rel.Span.Start), maps.of(other).Position(rel.Span.End)
		rel.Message = strings.Clone(rel.Message)
		rel.Text = strings.Clone(other.Source[rel.Span.Start:rel.Span.End])
	}
	for i := range f.Fixes {
		f.Fixes[i].detach()
	}
	f.Fixes = slices.DeleteFunc(f.Fixes, func(fix Fix) bool {
		for i := range fix.Edits {
			e := &fix.Edits[i]
			*e = smallest(doc, *e)
			if e.Span.Len() > 0 && !doc.Whole(e.Span) {
				return true
			}
			e.Span = doc.ToSource(e.Span)
			if doc.Escape != nil {
				e.Text = doc.Escape(e.Text)
			}
			if e.Start, e.End = f.Start, f.End; e.Span != f.Span {
				e.Start, e.End = maps.of(doc).Position(e.Span.Start), maps.of(doc).Position(e.Span.End)
			}
		}
		return false
	})
}

// detach makes the texts of a fix its own: a rule may have cut them out of the
// document, all of which they would keep in memory.
func (f *Fix) detach() {
	f.Title = strings.Clone(f.Title)
	for i := range f.Edits {
		if e := &f.Edits[i]; e.Text == f.Title {
			e.Text = f.Title
		} else {
			e.Text = strings.Clone(e.Text)
		}
	}
}

// around returns the sentence of a span, or of a long one as many whole tokens
// as a person needs: a text without sentence ends is one sentence, and each of
// its findings would hold all of it.
func around(doc *text.Document, at text.Span) text.Span {
	const most = 1000 // bytes on either side
	s := doc.SentenceAt(at.Start)
	if at.Start-s.Start > most {
		i := doc.TokenAt(at.Start - most)
		s.Start = doc.Tokens[i].Start()
		if at.Start-s.Start > most {
			s.Start = doc.Tokens[i].End()
		}
	}
	if s.End-at.End > most {
		s.End = doc.Tokens[doc.TokenAt(at.End+most)].Start()
	}
	return text.Span{Start: min(s.Start, at.Start), End: max(s.End, at.End)}
}

// smallest returns an edit without the code points that it would replace by
// themselves at its ends, so that an edit that crosses markup or escapes shrinks
// to the letters it changes. Other edits are returned as they are.
func smallest(doc *text.Document, e Edit) Edit {
	old := doc.Text[e.Span.Start:e.Span.End]
	if at := doc.ToSource(e.Span); doc.Source[at.Start:at.End] == old {
		return e
	}
	for old != "" && e.Text != "" {
		r, n := utf8.DecodeRuneInString(old)
		if s, m := utf8.DecodeRuneInString(e.Text); r != s || n != m {
			break
		}
		old, e.Text, e.Span.Start = old[n:], e.Text[n:], e.Span.Start+n
	}
	for old != "" && e.Text != "" {
		r, n := utf8.DecodeLastRuneInString(old)
		if s, m := utf8.DecodeLastRuneInString(e.Text); r != s || n != m {
			break
		}
		old, e.Text, e.Span.End = old[:len(old)-n], e.Text[:len(e.Text)-n], e.Span.End-n
	}
	return e
}
