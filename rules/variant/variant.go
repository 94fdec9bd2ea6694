package variant

import (
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// sound is what is known of a form, computed once.
type sound struct {
	form     string
	phonemes []phoneme
	insert   []op
	keys     []uint64
	close    []uint64 // those of keys by which words of many documents meet
	acronym  string
	// counts are those of the form itself.
	news, books int
}

var sounds = text.NewMemo(func(f *text.Form) *sound {
	s := &sound{form: f.Folded}
	if !text.WellFormed(f.Folded) {
		return s
	}
	s.phonemes = phonemes(f.Folded)
	if len(s.phonemes) < 2 {
		return s
	}
	if lexicon.IsFunctionWord(f) {
		// Function words stand in every text: they meet only what sounds alike.
		s.keys = []uint64{uint64(soundKey(s.phonemes))}
	} else {
		groups := lexicon.Groups(f)
		var buf [32]uint64
		s.keys = slices.Clone(append(appendKeys(buf[:0], s.phonemes), groups...))
		s.close = append(s.keys[:2:2], groups...)
	}
	s.insert = make([]op, len(s.phonemes))
	for i := range s.insert {
		s.insert[i] = insertion(s.phonemes, i)
		if i == 0 && !light(s.insert[i].group) {
			s.insert[i].cost *= costFirst
		}
	}
	s.acronym = acronym(f.Folded)
	c := lexicon.CountOfForm(f)
	s.news, s.books = c.News, c.Books
	return s
})

// Pair is what is known of two forms wherever they stand.
type Pair struct {
	a, b *text.Form
	// Kinds are the orthographic differences between the forms.
	Kinds Kind
	// Apart says that the forms are two words for certain, or too far from one
	// another to be one.
	Apart bool
	// Listed says that the forms are known to be one word.
	Listed bool
	// score is the part of the score that no context changes.
	score float64
	// inflected says that the forms look like forms of one word.
	inflected bool
}

// Orthographic reports whether the forms differ in orthography alone: nukta,
// the spelling of nasals, य between vowels.
func (p *Pair) Orthographic() bool { return p.Kinds != 0 && p.Kinds&Beyond == 0 }

// Compare returns what is known of two forms. It is computed once a pair and
// shared.
func Compare(a, b *text.Form) *Pair {
	a, b = a.Canonical, b.Canonical
	if a.Folded > b.Folded {
		a, b = b, a
	}
	if p := pairs.find(a, b); p != nil {
		return p
	}
	return pairs.insert(compare(a, b))
}

func compare(a, b *text.Form) *Pair {
	p := &Pair{a: a, b: b, Apart: true}
	sa, sb := sounds.Of(a), sounds.Of(b)
	if sa.keys == nil || sb.keys == nil || sa.form == sb.form {
		return p
	}
	if lexicon.Distinct(sa.form, sb.form) || distinctStems(sa.form, sb.form) {
		return p
	}
	diff, ok := align(sa, sb)
	p.Kinds = diff.kinds
	if ok && p.Orthographic() {
		p.Apart = false
		return p
	}
	if _, name := lexicon.SameName(a, b); name || lexicon.Same(sa.form, sb.form) || misspelt(a, b) || misspelt(b, a) {
		p.Apart, p.Listed, p.Kinds = false, true, p.Kinds|Beyond
		return p
	}
	if !ok || diff.ops == 0 || vetoed(sa, sb) {
		return p
	}
	p.Apart, p.score, p.inflected = false, score(sa, sb, diff), Inflects(sa.form, sb.form)
	return p
}

// misspelt reports whether one form is known to be the other spelt wrong.
func misspelt(wrong, right *text.Form) bool {
	m := lexicon.MisspellingOf(wrong)
	return m != nil && slices.Contains(m.Right, right.Folded)
}

// SoundKey returns a number that forms share when they sound alike but for
// vowel length, nukta and the spelling of nasals; 0 for what is no word.
func SoundKey(f *text.Form) uint64 {
	if s := sounds.Of(f.Canonical); len(s.keys) > 0 {
		return s.keys[0]
	}
	return 0
}

// pairTable is a hash table of pairs that is read without locks, bounded in
// the manner of the table of forms.
type pairTable struct {
	mu    sync.Mutex
	count int
	slots atomic.Pointer[[]atomic.Pointer[Pair]]
}

const (
	firstPairs = 1 << 12
	maxPairs   = 1 << 17
)

var pairs = newPairTable()

func newPairTable() *pairTable {
	t := &pairTable{}
	slots := make([]atomic.Pointer[Pair], firstPairs)
	t.slots.Store(&slots)
	return t
}

func pairHash(a, b *text.Form) uint64 {
	return (bits.RotateLeft64(a.Hash()*0x9e3779b97f4a7c15, 31) ^ b.Hash()) * 0xff51afd7ed558ccd >> 16
}

func (t *pairTable) find(a, b *text.Form) *Pair {
	p, _ := findPair(*t.slots.Load(), a, b)
	return p
}

func findPair(slots []atomic.Pointer[Pair], a, b *text.Form) (*Pair, int) {
	mask := uint64(len(slots) - 1)
	for i := pairHash(a, b) & mask; ; i = (i + 1) & mask {
		p := slots[i].Load()
		if p == nil {
			return nil, int(i)
		}
		if p.a == a && p.b == b {
			return p, int(i)
		}
	}
}

func (t *pairTable) insert(p *Pair) *Pair {
	t.mu.Lock()
	defer t.mu.Unlock()
	slots := *t.slots.Load()
	if t.count >= maxPairs {
		slots, t.count = make([]atomic.Pointer[Pair], firstPairs), 0
		t.slots.Store(&slots)
	} else if 2*t.count >= len(slots) {
		larger := make([]atomic.Pointer[Pair], 2*len(slots))
		for i := range slots {
			if old := slots[i].Load(); old != nil {
				_, at := findPair(larger, old.a, old.b)
				larger[at].Store(old)
			}
		}
		slots = larger
		t.slots.Store(&slots)
	}
	known, at := findPair(slots, p.a, p.b)
	if known != nil {
		return known
	}
	slots[at].Store(p)
	t.count++
	return p
}
