package checker

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker/text"
)

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
