package checker

import (
	"fmt"
	"hash/maphash"
	"math/bits"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// House is a newsroom's own list of spellings: what it prefers, what it accepts
// beside that, and what it avoids. It wins over everything that a rule knows. A
// nil House knows nothing. Once it is filled it may be read from several
// goroutines.
type House struct {
	own spellings
	// book is asked about what the house itself does not list.
	book *House
}

// Spelling is what a house says of one spelling.
type Spelling struct {
	// Prefer is the spelling that the house wants.
	Prefer string
	// Standing is what the spelling is to the house.
	Standing Standing
}

// Standing is what a spelling is to a house.
type Standing int

// The standings, worst first.
const (
	Unlisted Standing = iota
	Avoided
	AcceptedByHouse
	Preferred
)

// spellings is a hash table that is filled fast, for a stylebook of many
// thousand rows is read at every start: it holds no pointers, and its strings
// lie in one. A slot holds a hash and 1 + the index of the newest entry of that
// hash, which names the one before it.
type spellings struct {
	source  string   // what refs refer to
	extra   []string // what is not in the source as it is
	slots   []uint64
	entries []entry
	phrases bool // some are of several words
}

type entry struct {
	spelling ref // folded, with single spaces
	prefer   ref
	hash     uint32
	older    uint32 // 1 + its index, 0 for none
	standing uint32
}

// ref is a string: bytes of the source, or, when n is inExtra, one of extra.
type ref struct{ at, n uint32 }

const inExtra = 1<<32 - 1

func (t *spellings) of(r ref) string {
	if r.n == inExtra {
		return t.extra[r.at]
	}
	return t.source[r.at : r.at+r.n]
}

// keep returns the ref of a string that is not in the source.
func (t *spellings) keep(s string) ref {
	t.extra = append(t.extra, s)
	return ref{uint32(len(t.extra) - 1), inExtra}
}

var houseSeed = maphash.MakeSeed()

func hashWord(word string) uint32 { return uint32(maphash.String(houseSeed, word) >> 32) }

func hashPhrase(first, second string) uint32 { return hashWord(first)*0x9e3779b1 ^ hashWord(second) }

// slot returns the slot of a hash, or the free one where it would go.
func (t *spellings) slot(hash uint32) *uint64 {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if s := t.slots[i]; s == 0 || s>>32 == uint64(hash) {
			return &t.slots[i]
		}
	}
}

// newest returns 1 + the index of the newest entry of a hash, 0 for none.
func (t *spellings) newest(hash uint32) uint32 {
	if len(t.slots) == 0 {
		return 0
	}
	return uint32(*t.slot(hash))
}

func (t *spellings) add(e entry) {
	if 3*len(t.slots) <= 4*(len(t.entries)+1) {
		t.grow(len(t.entries) + 1)
	}
	slot := t.slot(e.hash)
	e.older = uint32(*slot)
	t.entries = append(t.entries, e)
	*slot = uint64(e.hash)<<32 | uint64(len(t.entries))
}

// grow makes room for n entries.
func (t *spellings) grow(n int) {
	t.entries = slices.Grow(t.entries, max(0, n-len(t.entries)))
	t.slots = make([]uint64, 1<<bits.Len(uint(n+n/2)))
	for i, e := range t.entries {
		*t.slot(e.hash) = uint64(e.hash)<<32 | uint64(i+1)
	}
}

// Add adds an entry: the spelling that the house prefers, and those that it
// accepts and avoids. What an earlier entry says of a spelling is replaced.
func (h *House) Add(prefer string, accept, avoid []string) {
	r := h.own.keep(prefer)
	h.own.spelling(r, r, Preferred)
	for _, s := range accept {
		h.own.spelling(h.own.keep(s), r, AcceptedByHouse)
	}
	for _, s := range avoid {
		h.own.spelling(h.own.keep(s), r, Avoided)
	}
}

// spelling adds a spelling.
func (t *spellings) spelling(spelling, prefer ref, standing Standing) {
	e := entry{spelling: spelling, prefer: prefer, standing: uint32(standing)}
	raw := t.of(spelling)
	folded := fold(trim(raw))
	first, between, rest := cutWord(folded)
	if between == "" {
		e.hash = hashWord(first)
	} else {
		t.phrases = true
		if strings.Contains(folded, "  ") {
			folded = strings.Join(strings.Fields(folded), " ")
			_, _, rest = cutWord(folded)
		}
		second, _, _ := cutWord(rest)
		e.hash = hashPhrase(first, second)
	}
	if folded != raw {
		e.spelling = t.keep(folded)
	}
	t.add(e)
}

// fold is text.Fold for several words, which is slow where a word is beside
// something else.
func fold(phrase string) string {
	for word, between, rest := cutWord(phrase); ; word, between, rest = cutWord(rest) {
		if text.Fold(word) != word {
			return text.Fold(phrase)
		}
		if between == "" {
			return phrase
		}
	}
}

// cutWord cuts a phrase behind its first word.
func cutWord(phrase string) (word, between, rest string) {
	for i := range len(phrase) {
		if phrase[i] == ' ' || phrase[i] == '-' {
			return phrase[:i], phrase[i : i+1], phrase[i+1:]
		}
	}
	return phrase, "", ""
}

// find returns the newest entry of a spelling.
func (t *spellings) find(spelling string, hash uint32) (s Spelling, ok bool) {
	for at := t.newest(hash); at != 0; {
		e := t.entries[at-1]
		if t.of(e.spelling) == spelling {
			return t.said(e), true
		}
		at = e.older
	}
	return Spelling{}, false
}

func (t *spellings) said(e entry) Spelling { return Spelling{t.of(e.prefer), Standing(e.standing)} }

// Word returns what the house says of a word in its folded form.
func (h *House) Word(folded string) Spelling {
	if h == nil {
		return Spelling{}
	}
	if found, ok := h.own.find(folded, hashWord(folded)); ok {
		return found
	}
	return h.book.Word(folded)
}

// Phrase returns what the house says of the longest spelling of several words
// that begins at a token, and the index of its last token. Words are a space or
// a hyphen apart; where the house lists both, each is what it lists.
func (h *House) Phrase(d *text.Document, token int) (s Spelling, last int) {
	if h == nil {
		return Spelling{}, token
	}
	if !h.own.phrases || !joined(d, token) {
		return h.book.Phrase(d, token)
	}
	last, surest := token, false
	first, second := d.Word(d.Tokens[token]).Folded, d.Word(d.Tokens[token+2]).Folded
	for at := h.own.newest(hashPhrase(first, second)); at != 0; {
		e := h.own.entries[at-1]
		at = e.older
		end, exact, ok := match(h.own.of(e.spelling), d, token)
		if ok && end > token && (end > last || end == last && exact && !surest) {
			s, last, surest = h.own.said(e), end, exact
		}
	}
	if s.Standing == Unlisted {
		return h.book.Phrase(d, token)
	}
	return s, last
}

// Spelling returns what the house says of a spelling of one word or several.
func (h *House) Spelling(s string) Spelling {
	if h == nil {
		return Spelling{}
	}
	first, between, rest := cutWord(s)
	if between == "" {
		return h.Word(s)
	}
	second, _, _ := cutWord(rest)
	if found, ok := h.own.find(s, hashPhrase(first, second)); ok {
		return found
	}
	return h.book.Spelling(s)
}

// joined reports whether token i and the one behind the next are words with one
// space or hyphen between.
func joined(d *text.Document, i int) bool {
	return i+2 < len(d.Tokens) && d.Tokens[i].Kind == text.Word && d.Tokens[i+2].Kind == text.Word &&
		(d.Tokens[i+1].Kind == text.Space || d.Of(d.Tokens[i+1]) == "-")
}

// match reports whether a spelling's words stand at token i, the last token of
// them, and whether what stands between them is exactly as listed.
func match(spelling string, d *text.Document, i int) (last int, exact, ok bool) {
	word, between, rest := cutWord(spelling)
	for exact = true; ; i += 2 {
		if d.Word(d.Tokens[i]).Folded != word {
			return 0, false, false
		}
		if rest == "" {
			return i, exact, true
		}
		if !joined(d, i) {
			return 0, false, false
		}
		exact = exact && (d.Tokens[i+1].Kind == text.Space) == (between == " ")
		word, between, rest = cutWord(rest)
	}
}

// MaxStylebook is the size in bytes over which a stylebook is refused.
const MaxStylebook = 64 << 20

// ReadStylebook adds the entries of a stylebook. One whose name ends in .yaml
// or .yml is a list of entries as in a configuration's names. Any other is
// tab-separated, with the preferred spelling, those accepted and those avoided
// in three columns, the last two joined by semicolons; lines that begin with #
// and empty ones are left out. Errors carry the name and the line.
func (h *House) ReadStylebook(name, source string) error {
	if len(source) > MaxStylebook {
		return fmt.Errorf("%s: stylebook is larger than %d bytes", name, MaxStylebook)
	}
	if ext := filepath.Ext(name); ext == ".yaml" || ext == ".yml" {
		return h.readYAML(name, source)
	}
	book := &spellings{source: strings.TrimPrefix(source, string(text.BOM))}
	book.grow(2*strings.Count(book.source, "\n") + strings.Count(book.source, ";"))
	at := 0
	for n := 1; at < len(book.source); n++ {
		row := book.source[at:]
		if end := strings.IndexByte(row, '\n'); end >= 0 {
			row = row[:end]
		}
		if !book.row(at, row) {
			return fmt.Errorf("%s:%d: want up to three columns with tabs between: preferred, accepted, avoided", name, n)
		}
		at += len(row) + 1
	}
	h.own.addAll(book)
	return nil
}

// row adds the row of a stylebook that stands at an offset of the source.
func (t *spellings) row(at int, row string) (ok bool) {
	if trim(row) == "" || row[0] == '#' {
		return true
	}
	prefer, others, _ := strings.Cut(row, "\t")
	accept, avoid, _ := strings.Cut(others, "\t")
	if trim(prefer) == "" || strings.IndexByte(avoid, '\t') >= 0 {
		return false
	}
	r := trimmed(at, prefer)
	t.spelling(r, r, Preferred)
	at += len(prefer) + 1
	t.list(at, accept, r, AcceptedByHouse)
	t.list(at+len(accept)+1, avoid, r, Avoided)
	return true
}

// list adds the members of a list joined by semicolons that stands at an offset.
func (t *spellings) list(at int, list string, prefer ref, standing Standing) {
	for list != "" {
		member, rest, _ := strings.Cut(list, ";")
		if r := trimmed(at, member); r.n > 0 {
			t.spelling(r, prefer, standing)
		}
		at, list = at+len(member)+1, rest
	}
}

// trimmed returns the ref of what stands at an offset, without spaces.
func trimmed(at int, s string) ref {
	inner := trim(s)
	if len(inner) < len(s) {
		at += strings.Index(s, inner)
	}
	return ref{uint32(at), uint32(len(inner))}
}

// addAll adds the entries of another table; an empty one becomes the other.
func (t *spellings) addAll(other *spellings) {
	if len(t.entries) == 0 {
		*t = *other
		return
	}
	for _, e := range other.entries {
		e.spelling, e.prefer = t.keep(other.of(e.spelling)), t.keep(other.of(e.prefer))
		t.add(e)
	}
	t.phrases = t.phrases || other.phrases
}

// trim is strings.TrimSpace, faster for what has no ASCII space at its ends.
func trim(s string) string {
	if s == "" || s[0] > ' ' && s[len(s)-1] > ' ' {
		return s
	}
	return strings.TrimSpace(s)
}

// maxYAMLBook is the size in bytes over which a stylebook in YAML is refused: its
// parser needs many times as much.
const maxYAMLBook = 8 << 20

// readYAML adds the entries of a stylebook in YAML.
func (h *House) readYAML(name, source string) error {
	if len(source) > maxYAMLBook {
		return fmt.Errorf("%s: stylebook in YAML is larger than %d bytes; tab-separated lines may be more", name, maxYAMLBook)
	}
	root, err := parseYAML(name, []byte(source))
	if err != nil || root == nil {
		return err
	}
	c := &configReader{name: name}
	return c.names(root, h)
}

// before returns a house that is asked first, and the other about what it does
// not list. Neither is changed.
func (h *House) before(other *House) *House {
	switch {
	case h == nil:
		return other
	case other == nil:
		return h
	}
	return &House{own: h.own, book: h.book.before(other)}
}
