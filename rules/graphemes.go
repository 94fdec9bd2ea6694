package rules

import (
	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
)

// scriptFault is a fault of the script in a document. The rules of the category
// share one look at the document, so that each fault is told by one of them.
type scriptFault struct {
	kind     grapheme.Kind
	severity checker.Severity
	span     text.Span
	fixes    []checker.Fix
	// everywhere says that the fix changes all such places of the document;
	// places are some of the others.
	everywhere bool
	places     []text.Span
	// detail is the second argument of the kind's message.
	detail any
}

var scriptFaults = text.NewShared(findScriptFaults)

// graphemeCheck returns the check of a rule that reports its share of the
// faults.
func graphemeCheck(rule string) checker.Check {
	return checker.Each(func(p *checker.Pass) { reportGraphemes(p, rule) })
}

// reportGraphemes reports a rule's share of the faults, but for those in text
// whose letters stand for others.
func reportGraphemes(p *checker.Pass, rule string) {
	for _, f := range scriptFaults.Of(p.Doc) {
		if graphemeKinds[f.kind].rule == rule && !inGarbled(p.Doc, f.span) {
			reportGrapheme(p, f)
		}
	}
}

var (
	msgWrite = say(
		"%[1]s; write %[2]q",
		"%[1]s; “%[2]s” लिखें")
	msgWriteEither = say(
		"%[1]s; write %[2]q or %[3]q",
		"%[1]s; “%[2]s” या “%[3]s” लिखें")
	msgDelete = say(
		"%[1]s; delete it",
		"%[1]s; इसे हटाएँ")
	msgDeletion   = say("delete", "हटाएँ")
	msgEverywhere = say("change all places", "सब जगह बदलें")
)

func reportGrapheme(p *checker.Pass, f scriptFault) {
	out := checker.Finding{
		Span:    f.span,
		Message: p.Sprintf(graphemeKinds[f.kind].message, p.Doc.Text[f.span.Start:f.span.End], f.detail),
	}
	for _, span := range f.places {
		out.Related = append(out.Related, checker.Related{Span: span, Message: p.Doc.Text[span.Start:span.End]})
	}
	for _, fix := range f.fixes {
		switch {
		case f.everywhere:
			fix.Title = p.Sprintf(msgEverywhere)
		case fix.Title == "":
			fix.Title = p.Sprintf(msgDeletion)
		}
		out.Fixes = append(out.Fixes, fix)
	}
	switch {
	case len(f.fixes) == 0 || f.everywhere:
	case f.fixes[0].Title == "":
		out.Message = p.Sprintf(msgDelete, out.Message)
	case len(f.fixes) == 1:
		out.Message = p.Sprintf(msgWrite, out.Message, f.fixes[0].Title)
	default:
		out.Message = p.Sprintf(msgWriteEither, out.Message, f.fixes[0].Title, f.fixes[1].Title)
	}
	p.ReportAs(f.severity, out)
}

// scriptScan looks through the tokens of a document.
type scriptScan struct {
	doc    *text.Document
	faults []scriptFault
	// words says that some form of the document is faulty or wants a look at
	// its place.
	words bool
	// traits are those of all forms together.
	traits grapheme.Trait
	// spaces, zeros and marked are the tokens with special spaces, with a ०
	// that shortens a word, and outside NFC but for Devanagari words.
	spaces, zeros, marked []int
}

func findScriptFaults(d *text.Document) []scriptFault {
	s := &scriptScan{doc: d}
	for _, f := range d.Forms {
		form := grapheme.Of(f)
		s.traits |= form.Traits
		s.words = s.words || len(form.Faults) > 0
	}
	s.words = s.words || s.traits&grapheme.EndsInVisarga != 0
	for i := 0; i < len(d.Tokens); i++ {
		switch d.Tokens[i].Kind {
		case text.Word:
			if s.words {
				i = s.word(i)
			}
		case text.Punct:
			if d.Text[d.Tokens[i].Start()] == ':' {
				s.colon(i)
			}
		case text.Latin:
			i = s.foreign(i)
		case text.Number:
			s.number(i)
		case text.Other:
			i = s.other(i)
		case text.Space:
			s.space(i)
		case text.Invalid:
			s.invalid(i)
		}
	}
	s.abbreviations()
	s.notes()
	return s.faults
}

// add adds a fault of a kind with the kind's severity.
func (s *scriptScan) add(kind grapheme.Kind, span text.Span, fixes ...checker.Fix) *scriptFault {
	s.faults = append(s.faults, scriptFault{kind: kind, severity: graphemeKinds[kind].severity, span: span, fixes: fixes})
	return &s.faults[len(s.faults)-1]
}

// retract takes back the faults that reach behind an offset.
func (s *scriptScan) retract(offset int) {
	for n := len(s.faults); n > 0 && s.faults[n-1].span.End > offset; n-- {
		s.faults = s.faults[:n-1]
	}
}

// kindAt returns the kind of token i; outside the document it is a Break.
func (s *scriptScan) kindAt(i int) text.Kind {
	if i < 0 || i >= len(s.doc.Tokens) {
		return text.Break
	}
	return s.doc.Tokens[i].Kind
}

// textAt returns the text of token i, or "" outside the document.
func (s *scriptScan) textAt(i int) string {
	if i < 0 || i >= len(s.doc.Tokens) {
		return ""
	}
	return s.doc.Of(s.doc.Tokens[i])
}

// formAt returns the form of token i, or nil.
func (s *scriptScan) formAt(i int) *text.Form {
	if s.kindAt(i) != text.Word {
		return nil
	}
	return s.doc.Word(s.doc.Tokens[i])
}
