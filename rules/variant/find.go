package variant

import (
	"slices"
	"sync"

	"github.com/nukta/nukta/checker/text"
)

// maxBucket is the number of forms with one key above which the key says
// nothing.
const maxBucket = 40

// finder is the scratch memory of Candidates.
type finder struct {
	keyed []keyed
	slots []slot
	next  []link
	found []uint64
	// once and twice are sets of key hashes: nine keys in ten stand in one form
	// alone, and these two small sets tell most of them without a slot.
	once, twice [keyBits / 64]uint64
}

// keyed is a form with a key that others may have too.
type keyed struct {
	key  uint64
	form int32
}

// keyBits is the number of key hashes that are told apart.
const keyBits = 1 << 15

type slot struct {
	key   uint64
	head  int32 // 1 + index of the first link, 0 for a free slot
	count int32
}

type link struct {
	form int32
	next int32 // 1 + index of the next link
}

var finders = sync.Pool{New: func() any { return new(finder) }}

// Candidates calls yield for each pair of forms that share a key, in order,
// the smaller index first. The cost grows with the number of forms and of
// candidates, not with the square of the forms.
func Candidates(forms []*text.Form, yield func(i, j int)) {
	candidates(forms, func(f *text.Form) []uint64 { return sounds.Of(f).keys }, yield)
}

// CloseCandidates is Candidates for the words of many documents: only what is
// heard alike, or is known to be one word, is a pair.
func CloseCandidates(forms []*text.Form, yield func(i, j int)) {
	candidates(forms, func(f *text.Form) []uint64 { return sounds.Of(f).close }, yield)
}

func candidates(forms []*text.Form, keys func(*text.Form) []uint64, yield func(i, j int)) {
	f := finders.Get().(*finder)
	defer finders.Put(f)
	f.mark(forms, keys)
	size := 64
	for size < 2*len(f.keyed) {
		size *= 2
	}
	if cap(f.slots) < size {
		f.slots = make([]slot, size)
	}
	f.slots = f.slots[:size]
	clear(f.slots)
	f.next, f.found = f.next[:0], f.found[:0]
	mask := uint64(size - 1)
	for _, k := range f.keyed {
		at := k.key & mask
		for f.slots[at].head != 0 && f.slots[at].key != k.key {
			at = (at + 1) & mask
		}
		s := &f.slots[at]
		s.key = k.key
		if s.count > maxBucket {
			continue
		}
		for l := s.head; l != 0; l = f.next[l-1].next {
			if j := f.next[l-1].form; j != k.form {
				f.found = append(f.found, uint64(j)<<32|uint64(k.form))
			}
		}
		f.next = append(f.next, link{k.form, s.head})
		s.head = int32(len(f.next))
		s.count++
	}
	slices.Sort(f.found)
	last := ^uint64(0)
	for _, pair := range f.found {
		if pair != last {
			yield(int(pair>>32), int(pair&0xffffffff))
		}
		last = pair
	}
}

// mark gathers the forms with the keys that may stand in several.
func (f *finder) mark(forms []*text.Form, keys func(*text.Form) []uint64) {
	f.once, f.twice, f.keyed = [keyBits / 64]uint64{}, [keyBits / 64]uint64{}, f.keyed[:0]
	for _, form := range forms {
		for _, key := range keys(form) {
			word, bit := hashBit(key)
			f.twice[word] |= f.once[word] & bit
			f.once[word] |= bit
		}
	}
	for i, form := range forms {
		for _, key := range keys(form) {
			if word, bit := hashBit(key); f.twice[word]&bit != 0 {
				f.keyed = append(f.keyed, keyed{key, int32(i)})
			}
		}
	}
}

// hashBit returns where a key stands in the sets.
func hashBit(key uint64) (word int, bit uint64) {
	h := key >> 17 % keyBits // the low bits choose the slot
	return int(h / 64), 1 << (h % 64)
}
