package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
)

// word adds the faults of the word at token i and returns the last token that
// it has looked at.
func (s *scriptScan) word(i int) int {
	form := grapheme.Of(s.doc.Word(s.doc.Tokens[i]))
	if form.Traits&grapheme.EndsInVisarga != 0 && len(form.Faults) == 0 {
		s.visarga(i)
	}
	if len(form.Faults) == 0 {
		return i
	}
	if s.join(i, form.Faults[0]) {
		return i
	}
	start := s.doc.Tokens[i].Start()
	for _, f := range form.Faults {
		if f.Kind == grapheme.Orphan {
			s.orphan(i, f)
			continue
		}
		span := text.Span{Start: start + f.Span.Start, End: start + f.Span.End}
		out := s.add(f.Kind, span, fixesOf(span, f)...)
		out.severity, out.detail = severityOf(f), unseenNames(s.doc.Text[span.Start:span.End])
	}
	return i
}

func fixesOf(span text.Span, f grapheme.Fault) []checker.Fix {
	fixes := make([]checker.Fix, 0, len(f.Fixes))
	for _, with := range f.Fixes {
		fix := checker.Replace(span, with)
		fix.Safe = f.Safe
		fixes = append(fixes, fix)
	}
	return fixes
}

// severityOf returns an error for what a reader sees, else the gravest
// severity of the fault's kinds. A letter that is well-formed is no error where
// the lexicon cannot say what was meant.
func severityOf(f grapheme.Fault) checker.Severity {
	if !f.Drawn {
		return checker.Error
	}
	out := checker.Info
	for kind := range graphemeKinds {
		if f.Kinds&(1<<kind) != 0 {
			out = max(out, graphemeKinds[kind].severity)
		}
	}
	if f.Kind == grapheme.CandraCandrabindu && !f.Known {
		out = checker.Warning
	}
	return out
}

// join reports a word that a space cuts before one of its signs, or before a
// letter that begins no word: तोड-फ ोड़, टुक ड़े.
func (s *scriptScan) join(i int, f grapheme.Fault) bool {
	this, before := s.textAt(i), s.formAt(i-2)
	if before == nil || s.textAt(i-1) != " " || len(grapheme.Of(before).Faults) > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(this)
	if !isSign(first) && f.Kind != grapheme.InitialFlap {
		return false
	}
	whole := before.Text + this
	if !text.WellFormed(whole) || grapheme.Known(whole) == 0 {
		return false
	}
	span := s.tokens(i-2, i)
	fix := checker.Replace(span, whole)
	fix.Safe = isSign(first)
	s.retract(span.Start)
	s.add(f.Kind, span, fix)
	return true
}

// isSign reports whether r needs a letter before it.
func isSign(r rune) bool {
	switch text.ClassOf(r) {
	case text.ClassMatra, text.ClassNukta, text.ClassHalant, text.ClassSign, text.ClassAccent:
		return true
	}
	return false
}

// orphan reports signs without a letter, unless the text speaks of the signs
// themselves.
func (s *scriptScan) orphan(i int, f grapheme.Fault) {
	start := s.doc.Tokens[i].Start()
	span := text.Span{Start: start + f.Span.Start, End: start + f.Span.End}
	if f.Span.Start == 0 && s.placeholder(i) {
		return
	}
	if span.Len() < s.doc.Tokens[i].Span().Len() {
		s.add(f.Kind, span)
		return
	}
	switch {
	case s.speaksOfSigns(i):
	case s.quoted(i):
		s.add(f.Kind, span).severity = checker.Info
	case s.blank(i-1) && s.blank(i+1):
		s.add(f.Kind, span, checker.Replace(span, ""))
	default:
		s.add(f.Kind, span)
	}
}

// placeholder reports whether a character stands directly before token i that
// shapers let a sign stand on: 5वें with its sign alone, ◌ि, a hyphen before an
// ending that the text speaks of.
func (s *scriptScan) placeholder(i int) bool {
	before := s.textAt(i - 1)
	switch s.kindAt(i - 1) {
	case text.Number:
		return true
	case text.Punct:
		return strings.Contains("-‐‑–—•", before) && s.kindAt(i-2) != text.Word
	}
	return strings.HasSuffix(before, string(text.DottedCircle)) || strings.HasSuffix(before, "\u00a0") || before == "×"
}

// speaksOfSigns reports whether a word of grammar stands in the same line near
// token i: ि की मात्रा.
func (s *scriptScan) speaksOfSigns(i int) bool {
	const near = 2 * 6
	for _, step := range [2]int{-1, 1} {
		for j := i + step; s.kindAt(j) != text.Break && (j-i)*step <= near; j += step {
			if f := s.formAt(j); f != nil && lexicon.IsCue(lexicon.CueSign, f.Folded) {
				return true
			}
		}
	}
	return false
}

// quoted reports whether the signs at token i stand in quotes or brackets, or
// in a list of signs.
func (s *scriptScan) quoted(i int) bool {
	if strings.ContainsAny(s.textAt(i-1), "'\"‘’“”«»‹›`([{") && strings.ContainsAny(s.textAt(i+1), "'\"‘’“”«»‹›`)]}") {
		return true
	}
	for _, step := range [2]int{-1, 1} {
		for j := i + step; s.kindAt(j) != text.Break; j += step {
			f := s.formAt(j)
			if f != nil && !strings.ContainsFunc(f.Text, func(r rune) bool { return !isSign(r) }) {
				return true
			}
			if f != nil && !lexicon.IsFunctionWord(f) || f == nil && s.kindAt(j) != text.Space && s.kindAt(j) != text.Punct {
				break
			}
		}
	}
	return false
}

func (s *scriptScan) blank(i int) bool {
	return s.kindAt(i) == text.Space || s.kindAt(i) == text.Break
}
