package text

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tokenizer cuts text into tokens and interns its words.
type tokenizer struct {
	text   string
	tokens []Token
	// words are the distinct words in order of first occurrence.
	words []distinctWord
	// table maps a word to its index in words: open addressing.
	table []entry
}

// entry is a place in the table: a part of a word's hash and 1 + its index in
// words, 0 for a free entry.
type entry struct{ hash, word int32 }

// distinctWord is a word's hash and its first place in the text.
type distinctWord struct {
	hash       uint64
	start, end int32
}

// scratch is the memory that one text leaves for the next.
type scratch struct {
	table  []entry
	words  []distinctWord
	tokens []Token
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func tokenize(s string) ([]Token, []*Form) {
	size := 256
	for size < len(s)/16 && size < 1<<20 {
		size *= 2
	}
	old := scratches.Get().(*scratch)
	if cap(old.table) < size {
		old.table = make([]entry, size)
	}
	t := tokenizer{text: s, table: old.table[:size], words: old.words[:0], tokens: slices.Grow(old.tokens[:0], len(s)/5+16)}
	clear(t.table)
	for at := 0; at < len(s); {
		at = t.token(at)
	}
	forms := t.intern()
	if len(t.table) > maxPooled || cap(t.tokens) > maxPooled {
		return t.tokens, forms
	}
	tokens := slices.Clone(t.tokens) // before another text may take the scratch
	old.table, old.words, old.tokens = t.table, t.words, t.tokens
	scratches.Put(old)
	return tokens, forms
}

// maxPooled is the size of the largest table, and of the largest list of tokens,
// that is kept for the next text.
const maxPooled = 1 << 16

// intern returns the shared forms of the words. It looks all of them up before
// it compares any, so that the processor waits for memory once, not once a
// word.
func (t *tokenizer) intern() []*Form {
	out := make([]*Form, len(t.words))
	slots := *forms.slots.Load()
	mask := uint64(len(slots) - 1)
	for i, w := range t.words {
		out[i] = slots[w.hash&mask].form.Load()
	}
	for i, w := range t.words {
		word := t.text[w.start:w.end]
		if f := out[i]; f == nil || f.hash != w.hash || f.Text != word {
			out[i] = forms.get(w.hash, word)
		}
	}
	return out
}

func (t *tokenizer) add(kind Kind, start, end int) int {
	t.tokens = append(t.tokens, Token{int32(start), int32(end), -1, kind})
	return end
}

// token adds the token that starts at an offset and returns its end.
func (t *tokenizer) token(at int) int {
	s := t.text
	switch b := s[at]; {
	case b == ' ':
		if at+1 < len(s) && s[at+1] != ' ' && s[at+1] != '\t' && s[at+1] < 0x80 || at+1 < len(s) && s[at+1] == 0xe0 {
			return t.add(Space, at, at+1)
		}
		return t.space(at)
	case b == 0xe0:
		if end := wordEnd(s, at); end > at {
			return t.word(at, end)
		}
	case b == '\t':
		return t.space(at)
	case b == '\n':
		return t.add(Break, at, at+1)
	case b == '\r':
		if at+1 < len(s) && s[at+1] == '\n' {
			return t.add(Break, at, at+2)
		}
		return t.add(Break, at, at+1)
	case '0' <= b && b <= '9':
		return t.add(Number, at, numberEnd(s, at))
	case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z':
		return t.latin(at)
	case b == '#' || b == '@':
		if end := tagEnd(s, at); end > at+1 {
			return t.add(Opaque, at, end)
		}
		return t.add(Punct, at, at+1)
	case b < 0x20 || b == 0x7f:
		return t.add(Other, at, at+1)
	case b < 0x80:
		return t.add(Punct, at, at+1)
	}
	return t.other(at)
}

// other adds a token that begins with a code point outside ASCII that begins
// no Devanagari word.
func (t *tokenizer) other(at int) int {
	s := t.text
	r, n := utf8.DecodeRuneInString(s[at:])
	switch {
	case r == utf8.RuneError && n == 1:
		end := at
		for end < len(s) {
			if r, n := utf8.DecodeRuneInString(s[end:]); r != utf8.RuneError || n != 1 {
				break
			}
			end++
		}
		return t.add(Invalid, at, end)
	case IsDevanagari(r):
		return t.word(at, max(wordEnd(s, at), at+n))
	case IsDevanagariDigit(r):
		return t.add(Number, at, numberEnd(s, at))
	case r == 0x2028 || r == 0x2029:
		return t.add(Break, at, at+n)
	case unicode.Is(unicode.Zs, r):
		return t.space(at)
	case unicode.IsLetter(r):
		return t.latin(at)
	case unicode.IsPunct(r) && !unicode.IsMark(r):
		return t.add(Punct, at, at+n)
	}
	return t.add(Other, at, symbolEnd(s, at))
}

func (t *tokenizer) space(at int) int {
	s, end := t.text, at
	for end < len(s) {
		if s[end] == ' ' || s[end] == '\t' {
			end++
			continue
		}
		if s[end] < 0x80 {
			break
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.Is(unicode.Zs, r) {
			break
		}
		end += n
	}
	return t.add(Space, at, end)
}

func (t *tokenizer) word(at, end int) int {
	w := t.text[at:end]
	hash := maphash.String(seed, w)
	e := t.entry(hash, w)
	if e.word == 0 {
		if 2*len(t.words) >= len(t.table) {
			t.grow()
			e = t.entry(hash, w)
		}
		t.words = append(t.words, distinctWord{hash, int32(at), int32(end)})
		*e = entry{int32(hash), int32(len(t.words))}
	}
	t.tokens = append(t.tokens, Token{int32(at), int32(end), e.word - 1, Word})
	return end
}

// entry returns the entry of a word, or the free one where it would go.
func (t *tokenizer) entry(hash uint64, w string) *entry {
	mask := uint32(len(t.table) - 1)
	for i := uint32(hash) & mask; ; i = (i + 1) & mask {
		e := &t.table[i]
		if e.word == 0 {
			return e
		}
		if e.hash == int32(hash) {
			if known := t.words[e.word-1]; t.text[known.start:known.end] == w {
				return e
			}
		}
	}
}

func (t *tokenizer) grow() {
	old := t.table
	t.table = make([]entry, 2*len(old))
	mask := uint32(len(t.table) - 1)
	for _, e := range old {
		if e.word == 0 {
			continue
		}
		i := uint32(e.hash) & mask
		for t.table[i].word != 0 {
			i = (i + 1) & mask
		}
		t.table[i] = e
	}
}

// wordEnd returns the end of the Devanagari word at an offset, or the offset
// where none begins. Joiners, invisible characters and Latin combining marks
// belong to the word when a Devanagari letter stands before them; invisible
// ones only when one follows too.
func wordEnd(s string, at int) int {
	end := at
	for end < len(s) {
		if s[end] == 0xe0 && end+2 < len(s) && s[end+1]&^1 == 0xa4 && s[end+2]&0xc0 == 0x80 {
			if !inWord[s[end+1]&1<<6|s[end+2]&0x3f] {
				return end
			}
			end += 3
			continue
		}
		if s[end] < 0x80 {
			return end
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case IsDevanagari(r):
		case end == at:
			return at
		case r == ZWJ, r == ZWNJ, 0x300 <= r && r <= 0x36f:
		case IsInvisible(r):
			if following, _ := utf8.DecodeRuneInString(s[end+n:]); !IsDevanagari(following) {
				return end
			}
		default:
			return end
		}
		end += n
	}
	return end
}

// numberEnd returns the end of the number at an offset: digits of both sets,
// with , and . between digits.
func numberEnd(s string, at int) int {
	end := at
	for end < len(s) {
		if n := digitLen(s, end); n > 0 {
			end += n
			continue
		}
		if (s[end] != ',' && s[end] != '.') || end == at || digitLen(s, end+1) == 0 {
			break
		}
		end++
	}
	return end
}

// digitLen returns the length in bytes of the digit at an offset, or 0.
func digitLen(s string, at int) int {
	if at >= len(s) {
		return 0
	}
	if '0' <= s[at] && s[at] <= '9' {
		return 1
	}
	if at+2 < len(s) && s[at] == 0xe0 && s[at+1] == 0xa5 && 0xa6 <= s[at+2] && s[at+2] <= 0xaf {
		return 3
	}
	return 0
}

// latin adds a word of an alphabet other than Devanagari, or the URL or e-mail
// address that it begins.
func (t *tokenizer) latin(at int) int {
	s, end := t.text, at
	for end < len(s) {
		b := s[end]
		if 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '_' {
			end++
			continue
		}
		if b < 0x80 {
			if b == '\'' && letterAt(s, end+1) {
				end++
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(s[end:])
		if r == '’' && letterAt(s, end+n) {
			end += n
			continue
		}
		if IsDevanagari(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += n
	}
	if url := urlEnd(s, end); url > end {
		return t.add(Opaque, at, url)
	}
	return t.add(Latin, at, end)
}

// letterAt reports whether a letter that is not Devanagari stands at an offset.
func letterAt(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return unicode.IsLetter(r) && !IsDevanagari(r)
}

// urlEnd returns the end of a URL, bare domain or e-mail address whose first
// word ends at an offset, or 0.
func urlEnd(s string, end int) int {
	rest := s[end:]
	scheme := strings.HasPrefix(rest, "://")
	mail := strings.HasPrefix(rest, "@") && letterAt(s, end+1)
	domain := strings.HasPrefix(rest, ".") && letterAt(s, end+1) && s[end+1] < 0x80
	if !scheme && !mail && !domain {
		return 0
	}
	i := end
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r <= ' ' || unicode.IsSpace(r) || strings.ContainsRune("<>\"|()[]{}।“”‘’«»`", r) || !scheme && r >= 0x80 {
			break
		}
		i += n
	}
	for i > end && strings.IndexByte(".,;:!?'", s[i-1]) >= 0 {
		i--
	}
	return i
}

// tagEnd returns the end of the @handle or #hashtag at an offset.
func tagEnd(s string, at int) int {
	end := at + 1
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_' && r != ZWJ && r != ZWNJ {
			break
		}
		if s[at] == '@' && r >= 0x80 {
			break
		}
		end += n
	}
	return end
}

// symbolEnd returns the end of the symbol at an offset, with the variation
// selectors, skin tones and joiners that make one emoji of several.
func symbolEnd(s string, at int) int {
	_, n := utf8.DecodeRuneInString(s[at:])
	end := at + n
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		switch {
		case r == 0xfe0f, 0x1f3fb <= r && r <= 0x1f3ff, r == 0x20e3:
		case r == ZWJ:
			next, m := utf8.DecodeRuneInString(s[end+n:])
			if !unicode.Is(unicode.So, next) {
				return end
			}
			n += m
		default:
			return end
		}
		end += n
	}
	return end
}
