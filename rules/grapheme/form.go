package grapheme

import (
	"math/bits"

	"golang.org/x/text/unicode/norm"

	"github.com/nukta/nukta/checker/text"
)

// Fault is a fault of a word form.
type Fault struct {
	Kind Kind
	// Kinds are all the kinds of fault that the fixes mend, as bits.
	Kinds uint64
	// Span is the part of the form to change, in whole aksharas.
	Span text.Span
	// Fixes are what the span should read, best first; there may be none.
	Fixes []string
	// Safe says that the only fix gives a known word and nobody could want
	// another. Known says that the first fix gives a known word.
	Safe, Known bool
	// Drawn says that no dotted circle shows the fault to a reader.
	Drawn bool
}

// Trait is something about the encoding of a form that matters only beside
// other forms of its document.
type Trait uint8

const (
	// HasPrecomposed forms have one of U+0958–095F.
	HasPrecomposed Trait = 1 << iota
	// HasDecomposed forms have such a letter as letter and nukta.
	HasDecomposed
	// HasNonNFC forms are not in NFC for another reason.
	HasNonNFC
	// HasHalfForm is a half letter made with a joiner, but for Marathi's र्‍य.
	HasHalfForm
	// EndsInHalant forms end in a halant.
	EndsInHalant
	// EndsInVisarga forms end in a visarga.
	EndsInVisarga
)

// Form is what is known of the encoding of a form.
type Form struct {
	Traits Trait
	Faults []Fault
}

// Of returns what is known of a form, computed once.
func Of(f *text.Form) *Form { return memo.Of(f) }

var memo = text.NewMemo(analyse)

// plain holds the results for forms without faults, by traits.
var plain = func() (all [EndsInVisarga << 1]Form) {
	for i := range all {
		all[i].Traits = Trait(i)
	}
	return all
}()

func analyse(f *text.Form) *Form {
	traits, suspect := look(f.Text)
	if f.Canonical != f && notNFC(f.Text, traits) {
		traits |= HasNonNFC
	}
	if f.WellFormed && !suspect {
		return &plain[traits]
	}
	faults := findFaults(f.Text)
	if len(faults) == 0 {
		return &plain[traits]
	}
	// What is faulty is told once: its normal form comes with the repair.
	return &Form{traits &^ HasNonNFC, faults}
}

// look reads a word once for its traits and for anything that one of the
// letterFaults may be about.
func look(s string) (traits Trait, suspect bool) {
	var before, last rune
	for i, r := range s {
		switch {
		case r == text.Nukta:
			if takesNukta(last) || last == 'य' {
				traits |= HasDecomposed
			}
			suspect = suspect || !takesNukta(last) || i == len("ड")
		case 0x958 <= r && r <= 0x95f:
			traits |= HasPrecomposed
			suspect = suspect || i == 0
		case r == text.Candrabindu:
			suspect = suspect || last == signAA || last == signCandraO || last == 'ऑ' || last == '\u0945' || isTopSign(last)
		case r == text.Anusvara:
			suspect = suspect || last == signCandraO || last == 'ऑ'
		case last == text.Halant && text.ClassOf(r) == text.ClassVowel:
			suspect = true
		case r == text.Halant:
			suspect = suspect || last == 'र' && i > 2*len("र") && !isConsonant([]rune{before}, 0)
		case last == text.ZWJ && before == text.Halant && text.ClassOf(r) == text.ClassConsonant:
			traits |= HasHalfForm
		}
		suspect = suspect || rareLetter[r&0x7f] && 0x900 <= r && r <= 0x97f || isForeignMark(r)
		before, last = last, r
	}
	switch last {
	case text.Halant:
		traits |= EndsInHalant
	case text.Visarga:
		traits |= EndsInVisarga
	}
	return traits, suspect
}

// rareLetter marks the code points of U+0900–097F that letterFaults asks about
// by themselves.
var rareLetter = func() (t [128]bool) {
	for _, r := range "ऄऎऒऱॠ\u0944\u0946\u094a\u0955\u0956\u0957\u0962\u0973\u0974\u0975\u0976\u0977" {
		t[r&0x7f] = true
	}
	for r := 0x78; r <= 0x7f; r++ {
		t[r] = true
	}
	return t
}()

// notNFC reports whether NFC would change a word beside its precomposed nukta
// letters.
func notNFC(s string, traits Trait) bool {
	if norm.NFC.IsNormalString(s) {
		return false
	}
	if traits&HasPrecomposed == 0 {
		return true
	}
	var out []rune
	for _, r := range s {
		if 0x958 <= r && r <= 0x95f {
			out = append(out, []rune(norm.NFC.String(string(r)))...)
			continue
		}
		out = append(out, r)
	}
	return !norm.NFC.IsNormalString(string(out))
}

// findFaults returns the faults of a word in order. They do not overlap.
func findFaults(s string) []Fault {
	w := decompose(s)
	var out []Fault
	for from := 0; from < len(w.runes); {
		to := w.pieceEnd(from)
		if at := w.leading(from, to); at > from {
			out = append(out, Fault{Kind: Orphan, Kinds: 1 << Orphan, Span: w.span(from, at)})
			from = at
			continue
		}
		if f, ok := w.fault(s, from, to); ok {
			out = append(out, f)
		}
		from = to
	}
	return out
}

// fault returns the fault of a piece of a word.
func (w *spelt) fault(s string, from, to int) (Fault, bool) {
	piece := w.runes[from:to]
	if len(piece) > 2*maxPiece {
		i := firstFault(piece)
		if i < 0 {
			return Fault{}, false
		}
		return Fault{Kind: MisplacedMark, Kinds: 1 << MisplacedMark, Span: w.span(from+i, from+i+1)}, true
	}
	var search search
	search.explore(repair{word: piece, main: true, sure: true, safe: true})
	offers := search.choose(piece)
	if len(offers) == 0 {
		return w.unmended(from, piece, search.kinds)
	}
	// What must change, over all offers, as a range of runes.
	first, last := len(piece), 0
	for _, r := range offers {
		head, tail := common(piece, r.word)
		first, last = min(first, head), max(last, len(piece)-tail)
	}
	if first == last { // an insertion
		first = max(first-1, 0)
		last = max(last, first+1)
	}
	span := text.Widen(s, w.span(from+first, from+last))
	head, tail := w.before(from, to, span.Start), to-from-w.before(from, to, span.End)
	best := offers[0]
	f := Fault{
		Kinds: best.kinds, Kind: Kind(bits.TrailingZeros64(best.kinds)), Span: span, Known: best.count > 0,
		Safe:  len(offers) == 1 && best.certain(),
		Drawn: text.Drawn(norm.NFC.String(string(piece))),
	}
	for _, r := range offers {
		f.Fixes = append(f.Fixes, norm.NFC.String(string(r.word[head:len(r.word)-tail])))
	}
	return f, true
}

// unmended returns the fault of a piece for which there is nothing to offer.
func (w *spelt) unmended(from int, piece []rune, kinds uint64) (Fault, bool) {
	i := firstFault(piece)
	if i < 0 {
		if i = foreignLetter(piece); i < 0 {
			return Fault{}, false
		}
		return Fault{Kind: ForeignLetter, Kinds: 1 << ForeignLetter, Span: w.akshara(from + i), Drawn: true}, true
	}
	f := Fault{
		Kind: Kind(bits.TrailingZeros64(kinds)), Kinds: kinds, Span: w.akshara(from + i),
		Drawn: text.Drawn(norm.NFC.String(string(piece))),
	}
	if f.Kind == Orphan {
		f.Span = w.at[from+i]
	}
	return f, true
}

// common returns the lengths of the common start and end of two words, the
// end not reaching into the start.
func common(a, b []rune) (head, tail int) {
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// WithoutHalfForms returns a word without the joiners that only ask for the
// shape of a half letter. The र्‍ of Marathi keeps its own.
func WithoutHalfForms(word string) string {
	out := make([]rune, 0, len(word))
	for _, r := range word {
		n := len(out)
		if n >= 3 && out[n-1] == text.ZWJ && out[n-2] == text.Halant && out[n-3] != 'र' && text.ClassOf(r) == text.ClassConsonant {
			out = out[:n-1]
		}
		out = append(out, r)
	}
	return string(out)
}
