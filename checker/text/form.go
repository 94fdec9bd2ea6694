package text

import (
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"
)

// Form is one distinct spelling of a word. Forms are shared by all documents
// of a process, so that what is known of a form is computed once.
type Form struct {
	// Text is the word as written.
	Text string
	// Folded is the word in NFC without joiners and invisible characters: two
	// encodings of one spelling fold alike. A nukta stays.
	Folded string
	// WellFormed says whether the strict grammar accepts the word as written.
	WellFormed bool
	// Canonical is the form whose Text is Folded, often the form itself.
	Canonical *Form

	hash  uint64
	memos [maxMemos]atomic.Value
}

// Hash returns a hash of the form's text; it differs from process to process.
func (f *Form) Hash() uint64 { return f.hash }

const (
	maxMemos = 12
	// maxForms bounds the memory of the shared table: when it is full it is
	// emptied, and documents keep the forms that they hold.
	maxForms = 1 << 17
	// maxShared is the length in bytes of the longest form that is shared.
	maxShared = 256
)

// Memo is a fact about forms that is computed at most a few times a form.
// Make one a fact, at package level.
type Memo[T any] struct {
	slot    int
	compute func(*Form) T
}

var memoCount atomic.Int32

// NewMemo registers a fact. The function must be pure: it may run twice for a
// form, on two goroutines. NewMemo panics when more facts are registered than
// a form has room for, which is a mistake of the program, not of its input.
func NewMemo[T any](compute func(*Form) T) *Memo[T] {
	slot := int(memoCount.Add(1)) - 1
	if slot >= maxMemos {
		panic("text: too many memos")
	}
	return &Memo[T]{slot, compute}
}

// Of returns the fact for a form.
func (m *Memo[T]) Of(f *Form) T {
	if v, ok := f.memos[m.slot].Load().(T); ok {
		return v
	}
	v := m.compute(f)
	f.memos[m.slot].Store(v)
	return v
}

// FormOf returns the shared form of a word.
func FormOf(word string) *Form {
	return forms.get(maphash.String(seed, word), word)
}

var (
	seed  = maphash.MakeSeed()
	forms = newFormTable()
)

// formTable is a hash table that is read without locks: open addressing over
// slots that are written once, with insertions and growth under a mutex.
type formTable struct {
	mu    sync.Mutex
	count int
	slots atomic.Pointer[[]formSlot]
}

// formSlot holds a form and its hash, so that a probe of another form's slot
// touches no more memory. The hash is valid once the form is set.
type formSlot struct {
	hash uint64
	form atomic.Pointer[Form]
}

const firstSlots = 1 << 12

func newFormTable() *formTable {
	t := &formTable{}
	slots := make([]formSlot, firstSlots)
	t.slots.Store(&slots)
	return t
}

func (t *formTable) get(hash uint64, word string) *Form {
	if f, _ := findForm(*t.slots.Load(), hash, word); f != nil {
		return f
	}
	f := newForm(hash, strings.Clone(word))
	if len(word) > maxShared {
		return f
	}
	return t.insert(f)
}

// findForm returns the form, or the slot where it would go.
func findForm(slots []formSlot, hash uint64, word string) (*Form, *formSlot) {
	mask := uint64(len(slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		f := slots[i].form.Load()
		if f == nil {
			return nil, &slots[i]
		}
		if slots[i].hash == hash && f.Text == word {
			return f, &slots[i]
		}
	}
}

func (s *formSlot) set(f *Form) {
	s.hash = f.hash
	s.form.Store(f)
}

func (t *formTable) insert(f *Form) *Form {
	t.mu.Lock()
	defer t.mu.Unlock()
	slots := *t.slots.Load()
	if t.count >= maxForms {
		slots, t.count = make([]formSlot, firstSlots), 0
		t.slots.Store(&slots)
	} else if 2*t.count >= len(slots) {
		larger := make([]formSlot, 2*len(slots))
		for i := range slots {
			if old := slots[i].form.Load(); old != nil {
				_, free := findForm(larger, old.hash, old.Text)
				free.set(old)
			}
		}
		slots = larger
		t.slots.Store(&slots)
	}
	known, free := findForm(slots, f.hash, f.Text)
	if known != nil {
		return known
	}
	free.set(f)
	t.count++
	return f
}

func newForm(hash uint64, word string) *Form {
	f := &Form{Text: word, Folded: Fold(word), WellFormed: WellFormed(word), hash: hash}
	if f.Folded == word {
		f.Canonical = f
	} else {
		f.Canonical = FormOf(f.Folded)
	}
	return f
}

// Fold returns the word in NFC without joiners and invisible characters. NFC
// spells every nukta letter as letter and nukta, so क़ typed either way folds
// to one form.
func Fold(word string) string {
	if folded(word) {
		return word
	}
	dropped := false
	for _, r := range word {
		if r == ZWJ || r == ZWNJ || IsInvisible(r) {
			dropped = true
			break
		}
	}
	if dropped {
		word = strings.Map(func(r rune) rune {
			if r == ZWJ || r == ZWNJ || IsInvisible(r) {
				return -1
			}
			return r
		}, word)
	}
	return norm.NFC.String(word)
}

// folded reports whether Fold returns a word as it is, for the common case of a
// word of plain Devanagari letters and signs: false says nothing. A nukta stays
// where it is behind a letter that has no precomposed form in NFC.
func folded(word string) bool {
	dotted := false // the letter before may bear a nukta
	for i := 0; i < len(word); i += 3 {
		if i+2 >= len(word) || word[i] != 0xe0 || word[i+1]&^1 != 0xa4 || word[i+2]&0xc0 != 0x80 {
			return false
		}
		c := word[i+1]&1<<6 | word[i+2]&0x3f
		if unstable[c] && (c != nuktaLow || !dotted) {
			return false
		}
		dotted = bearsNukta[c]
	}
	return true
}

// nuktaLow is the nukta's place in the block U+0900–097F.
const nuktaLow = Nukta - 0x900

// bearsNukta marks the consonants of U+0900–097F that NFC leaves apart from a
// nukta behind them: all but न, र and ळ, which it composes to ऩ, ऱ and ऴ.
var bearsNukta = func() (t [128]bool) {
	for r := 'क'; r <= 'ह'; r++ {
		t[r-0x900] = r != 'न' && r != 'र' && r != 'ळ' && !unstable[r-0x900]
	}
	return t
}()

// unstable marks the code points of U+0900–097F that NFC composes, decomposes
// or reorders: ऩ ऱ ऴ, the precomposed nukta letters, the nukta and the accents.
var unstable = func() (t [128]bool) {
	for _, r := range "\u0929\u0931\u0934\u093c\u0951\u0952\u0953\u0954\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f" {
		t[r-0x900] = true
	}
	return t
}()
