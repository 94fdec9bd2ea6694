// Package lexicon is what nukta knows about words: plain sorted TSV files, of
// which it embeds the facts that rules look up. Nothing is parsed at start-up:
// a look-up searches the embedded bytes. SOURCES.md says where each file comes
// from. Every fact is evidence, never a verdict.
package lexicon

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"sort"
)

//go:generate go run ./pack

// packed is words.tsv as the program in pack writes it: the number of blocks,
// the offset of each block, then the blocks. A block holds 16 forms in order.
// A form is the length of the prefix that it shares with the form before it in
// the block, the length of the rest, the rest with one byte a code point
// (U+0900 is 0x80), and its two counts. Numbers in the head are 32 bits,
// little-endian; counts are varints.
//
//go:embed words.bin
var packed string

// Count is how often a form occurs.
type Count struct {
	// News counts the form in 1.39 million words of news and web text.
	News int
	// Books counts the form in 7.58 million words of books.
	Books int
}

// MaxWord is the length in bytes of the longest word that the lexicon can know:
// longer ones, which only hostile text has, are not looked up.
const MaxWord = 120

// CountOf returns the counts of a folded form; they are zero when the form is
// not in the list.
func CountOf(folded string) Count {
	if len(folded) > MaxWord {
		return Count{}
	}
	c := counted(folded)
	if adjust != nil {
		c = adjust(folded, c)
	}
	return c
}

// adjust, if set, changes the counts of a form: a build for evaluation takes the
// counts of the text that it measures out, because that text was counted too.
var adjust func(folded string, c Count) Count

func counted(folded string) Count {
	var buf [64]byte
	key, ok := encode(buf[:0], folded)
	if !ok || len(packed) < 4 {
		return Count{}
	}
	blocks := int(u32(0))
	b := sort.Search(blocks, func(i int) bool {
		at := int(u32(4 + 4*i))
		n := int(packed[at+1])
		return packed[at+2:at+2+n] > string(key)
	}) - 1
	if b < 0 {
		return Count{}
	}
	at, end := int(u32(4+4*b)), len(packed)
	if b+1 < blocks {
		end = int(u32(4 + 4*(b+1)))
	}
	var word [256]byte
	for at < end {
		shared, rest := int(packed[at]), int(packed[at+1])
		n := shared + copy(word[shared:], packed[at+2:at+2+rest])
		at += 2 + rest
		news, at1 := uvarint(at)
		books, at2 := uvarint(at1)
		at = at2
		if bytes.Equal(word[:n], key) {
			return Count{int(news), int(books)}
		}
	}
	return Count{}
}

// encode writes a form with one byte a code point; it reports false for a form
// that holds anything outside U+0900–097F.
func encode(to []byte, form string) ([]byte, bool) {
	for _, r := range form {
		if r < 0x900 || r > 0x97f {
			return nil, false
		}
		to = append(to, byte(r-0x900+0x80))
	}
	return to, true
}

func u32(at int) uint32 {
	return uint32(packed[at]) | uint32(packed[at+1])<<8 | uint32(packed[at+2])<<16 | uint32(packed[at+3])<<24
}

// uvarint decodes the varint at an offset, in the manner of encoding/binary,
// and returns the offset behind it.
func uvarint(at int) (v uint64, next int) {
	for shift := 0; ; shift += 7 {
		b := packed[at]
		at++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v, at
		}
	}
}

// Pack returns the packed form of counts; forms must be sorted and lie in
// U+0900–097F. It is for the program in pack and the test that compares both.
func Pack(forms []string, counts []Count) []byte {
	const block = 16
	var offsets []uint32
	var body, last []byte
	blocks := (len(forms) + block - 1) / block
	head := 4 + 4*blocks
	for i, form := range forms {
		key, _ := encode(nil, form)
		shared := 0
		if i%block == 0 {
			offsets = append(offsets, uint32(head+len(body)))
		} else {
			for shared < len(key) && shared < len(last) && key[shared] == last[shared] {
				shared++
			}
		}
		body = append(body, byte(shared), byte(len(key)-shared))
		body = append(body, key[shared:]...)
		body = binary.AppendUvarint(body, uint64(counts[i].News))
		body = binary.AppendUvarint(body, uint64(counts[i].Books))
		last = key
	}
	out := binary.LittleEndian.AppendUint32(nil, uint32(blocks))
	for _, o := range offsets {
		out = binary.LittleEndian.AppendUint32(out, o)
	}
	return append(out, body...)
}

// Weight is how often a folded form occurs, books counting a third. A form with
// nukta counts as often as the same without, where that is more: most texts
// leave the nukta out.
func Weight(folded string) float64 {
	w := weightOf(CountOf(folded))
	if key := Key(folded); key != folded {
		w = max(w, weightOf(CountOf(key)))
	}
	return w
}

func weightOf(c Count) float64 { return float64(c.News) + float64(c.Books)/3 }
