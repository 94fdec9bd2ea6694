package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/grapheme"
	"github.com/nukta/nukta/rules/lexicon"
)

// colon looks at a colon that stands for a visarga: दु:ख, अत: इसलिए. A colon
// behind any other word is a colon.
func (s *scriptScan) colon(i int) {
	before := s.formAt(i - 1)
	if before == nil {
		return
	}
	if after := s.formAt(i + 1); after != nil {
		prefix := lexicon.IsCue(lexicon.CueVisargaPrefix, before.Folded)
		if grapheme.Known(before.Text+"ः"+after.Text) > 0 || prefix && grapheme.Known(after.Text) > 0 {
			s.visargaFor(i)
		}
		return
	}
	if (s.blank(i+1) || s.kindAt(i+1) == text.Punct) && lexicon.IsCue(lexicon.CueVisarga, before.Folded) {
		s.visargaFor(i)
	}
}

// visargaFor reports the colon at token i with the akshara before it.
func (s *scriptScan) visargaFor(i int) {
	colon := s.doc.Tokens[i].Span()
	span := s.lastAkshara(i - 1)
	span.End = colon.End
	s.add(grapheme.ColonVisarga, span, checker.SafeReplace(span, s.doc.Text[span.Start:colon.Start]+"ः"))
}

// lastAkshara returns the span of the last akshara of the word at token i.
func (s *scriptScan) lastAkshara(i int) text.Span {
	t := s.doc.Tokens[i]
	_, n := utf8.DecodeLastRuneInString(s.doc.Of(t))
	return text.Widen(s.doc.Text, text.Span{Start: t.End() - n, End: t.End()})
}

// visarga looks at a word with a visarga at its end that stands for a colon:
// नयी दिल्लीः. Words in -तः and -शः have one of right, and so has Sanskrit, whose
// words come several together.
func (s *scriptScan) visarga(i int) {
	form := s.doc.Word(s.doc.Tokens[i])
	word := strings.TrimSuffix(form.Folded, "ः")
	if strings.HasSuffix(word, "त") || strings.HasSuffix(word, "श") || lexicon.IsCue(lexicon.CueVisarga, word) {
		return
	}
	const usual = 20
	if n := grapheme.Known(word); n < usual || n < usual*grapheme.Known(form.Folded) {
		return
	}
	if s.kindAt(i+1) != text.Space || s.kindAt(i+2) == text.Break || s.sanskrit(i-2) || s.sanskrit(i+2) {
		return
	}
	span := s.lastAkshara(i)
	akshara := s.doc.Text[span.Start:span.End]
	s.add(grapheme.VisargaColon, span, checker.Replace(span, strings.TrimSuffix(akshara, "ः")+":"))
}

// sanskrit reports whether token i is a word that ends as Sanskrit's do: in a
// visarga, a halant, or an anusvara on a bare consonant (वनं).
func (s *scriptScan) sanskrit(i int) bool {
	form := s.formAt(i)
	if form == nil {
		return false
	}
	stem, bare := strings.CutSuffix(form.Folded, "ं")
	last, _ := utf8.DecodeLastRuneInString(stem)
	bare = bare && text.ClassOf(last) == text.ClassConsonant
	return bare || grapheme.Of(form).Traits&(grapheme.EndsInVisarga|grapheme.EndsInHalant) != 0
}

// number looks at a number of two digit sets, and notes a ० that shortens a
// word: डा०.
func (s *scriptScan) number(i int) {
	t := s.doc.Tokens[i]
	number := s.doc.Of(t)
	if strings.IndexByte(number, devanagariLead) < 0 {
		return
	}
	if number == "०" && s.kindAt(i-1) == text.Word && t.Start()-s.doc.Tokens[i-1].Start() <= maxShortened {
		s.zeros = append(s.zeros, i)
		return
	}
	ascii, devanagari := 0, 0
	for _, r := range number {
		switch {
		case text.IsDevanagariDigit(r):
			devanagari++
		case r != ',' && r != '.':
			ascii++
		}
	}
	if ascii == 0 || devanagari == 0 {
		return
	}
	change := toASCII
	if devanagari > ascii || devanagari == ascii && number[0] == devanagariLead {
		change = toDevanagari
	}
	s.add(grapheme.MixedDigits, t.Span(), checker.Replace(t.Span(), change.Replace(number)))
}

// maxShortened is the length in bytes of the longest word that a ० shortens.
const maxShortened = 6 * len("अ")

// abbreviations reports the words that a ० shortens. Where the whole text
// writes so, it is one note and no fault.
func (s *scriptScan) abbreviations() {
	if len(s.zeros) == 0 {
		return
	}
	if s.shortensOtherwise() {
		for _, i := range s.zeros {
			span := s.tokens(i-1, i)
			s.add(grapheme.AbbrZero, span, checker.Replace(span, s.textAt(i-1)+string(text.AbbrSign)))
		}
		return
	}
	var edits []checker.Edit
	var places []text.Span
	for _, i := range s.zeros {
		edits = append(edits, checker.Edit{Span: s.doc.Tokens[i].Span(), Text: string(text.AbbrSign)})
		places = append(places, s.tokens(i-1, i))
	}
	f := s.add(grapheme.AbbrZero, places[0], checker.Fix{Edits: edits})
	f.severity, f.everywhere, f.places = checker.Info, true, places[1:min(len(places), maxPlaces)]
}

// shortensOtherwise reports whether the text also shortens a word with ॰, or
// with a full stop one that it shortens with ० too, or the name of a letter.
func (s *scriptScan) shortensOtherwise() bool {
	if strings.ContainsRune(s.doc.Text, text.AbbrSign) {
		return true
	}
	short := map[*text.Form]bool{}
	for _, i := range s.zeros {
		short[s.formAt(i-1)] = true
	}
	for i, t := range s.doc.Tokens {
		if t.Kind != text.Punct || s.doc.Of(t) != "." {
			continue
		}
		if f := s.formAt(i - 1); f != nil && (short[f] || text.IsLetterName(f.Text)) {
			return true
		}
	}
	return false
}
