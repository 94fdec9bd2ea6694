package rules

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
)

// maxPlaces bounds the places that a note about the whole document shows. Its
// fix changes all of them.
const maxPlaces = 10

// note is a matter of the whole document, told once with one fix for all
// places.
type note struct {
	kind  grapheme.Kind
	edits []checker.Edit
}

func (n *note) change(span text.Span, with string) {
	n.edits = append(n.edits, checker.Edit{Span: span, Text: with})
}

// note adds a note at its first place.
func (s *scriptScan) note(n note) {
	if len(n.edits) == 0 {
		return
	}
	slices.SortFunc(n.edits, func(a, b checker.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	f := s.add(n.kind, n.edits[0].Span, checker.Fix{Safe: true, Edits: n.edits})
	f.detail, f.everywhere = len(n.edits), true
	for _, e := range n.edits[1:min(len(n.edits), maxPlaces)] {
		f.places = append(f.places, e.Span)
	}
}

// notes adds what is to be said of the document as a whole.
func (s *scriptScan) notes() {
	spaces := note{kind: grapheme.SpecialSpace}
	for _, i := range s.spaces {
		spaces.change(s.doc.Tokens[i].Span(), plainSpace(s.textAt(i)))
	}
	s.note(spaces)
	s.normalForm()
	if s.traits&grapheme.HasHalfForm != 0 {
		s.halfForms()
	}
	if s.traits&grapheme.EndsInHalant != 0 {
		s.finalHalants()
	}
}

// normalForm tells of text outside NFC: of precomposed nukta letters only where
// the document has decomposed ones too, since both are common.
func (s *scriptScan) normalForm() {
	const both = grapheme.HasPrecomposed | grapheme.HasDecomposed
	mixed, other := note{kind: grapheme.MixedNukta}, note{kind: grapheme.NotNFC}
	for _, i := range s.marked {
		other.change(s.doc.Tokens[i].Span(), norm.NFC.String(s.textAt(i)))
	}
	if s.traits&both == both || s.traits&grapheme.HasNonNFC != 0 {
		s.eachWord(grapheme.HasPrecomposed|grapheme.HasNonNFC, func(t text.Token, f *text.Form) {
			switch {
			case grapheme.Of(f).Traits&grapheme.HasNonNFC != 0:
				other.change(t.Span(), norm.NFC.String(f.Text))
			case s.traits&both == both:
				mixed.change(t.Span(), norm.NFC.String(f.Text))
			}
		})
	}
	s.note(mixed)
	s.note(other)
}

// eachWord calls f for the words without faults that have one of the traits.
func (s *scriptScan) eachWord(traits grapheme.Trait, f func(text.Token, *text.Form)) {
	for _, t := range s.doc.Tokens {
		if t.Kind != text.Word {
			continue
		}
		form := s.doc.Word(t)
		if known := grapheme.Of(form); known.Traits&traits != 0 && len(known.Faults) == 0 {
			f(t, form)
		}
	}
}

// halfForms tells of words that stand in the document with the joiner of a half
// letter and without it. The fix takes out all such joiners.
func (s *scriptScan) halfForms() {
	plain := map[*text.Form]bool{}
	for _, f := range s.doc.Forms {
		if grapheme.Of(f).Traits&grapheme.HasHalfForm != 0 {
			plain[f.Canonical] = false
		}
	}
	both := false
	for _, f := range s.doc.Forms {
		if _, half := plain[f]; half {
			plain[f], both = true, true
		}
	}
	if !both {
		return
	}
	n := note{kind: grapheme.HalfForms}
	s.eachWord(grapheme.HasHalfForm, func(t text.Token, f *text.Form) {
		if with := grapheme.WithoutHalfForms(f.Text); with != f.Text && (plain[f.Canonical] || len(n.edits) > 0) {
			n.change(t.Span(), with)
		}
	})
	s.note(n)
}

// finalHalants tells of words that stand with a final halant and without:
// महान् and महान. Each alone is right.
func (s *scriptScan) finalHalants() {
	without := map[string]bool{}
	for _, f := range s.doc.Forms {
		if grapheme.Of(f).Traits&grapheme.EndsInHalant != 0 {
			without[strings.TrimSuffix(f.Folded, "\u094d")] = false
		}
	}
	for _, f := range s.doc.Forms {
		if _, ok := without[f.Folded]; ok {
			without[f.Folded] = true
		}
	}
	s.eachWord(grapheme.EndsInHalant, func(t text.Token, f *text.Form) {
		if word := strings.TrimSuffix(f.Folded, "\u094d"); without[word] {
			s.add(grapheme.FinalHalant, t.Span(), checker.Replace(t.Span(), word))
			without[word] = false // told once
		}
	})
}
