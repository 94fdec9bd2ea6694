package cache

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// coder writes values or reads them, so that what a finding consists of is said
// once. Measured: a tenth of the time of encoding/gob, and less of JSON.
type coder interface {
	int(*int)
	string(*string)
	// len writes a length, or reads and returns one.
	len(int) int
	// failed reports whether what was read is not what was written.
	failed() bool
}

func list[T any](c coder, all *[]T, each func(coder, *T)) {
	const most = 16 // for which room is made at once: a length may be wrong
	n := c.len(len(*all))
	*all = slices.Grow(*all, max(0, min(n, most)-len(*all)))
	for i := 0; i < n && !c.failed(); i++ {
		if i == len(*all) {
			*all = append(*all, *new(T))
		}
		each(c, &(*all)[i])
	}
}

func finding(c coder, f *checker.Finding) {
	c.string(&f.Rule)
	c.string(&f.Category)
	severity, encoding, confidence := int(f.Severity), string(f.Encoding), int(math.Float64bits(f.Confidence))
	c.int(&severity)
	c.string(&encoding)
	c.int(&confidence)
	f.Severity, f.Encoding, f.Confidence = checker.Severity(severity), text.Encoding(encoding), math.Float64frombits(uint64(confidence))
	flag(c, &f.Extracted)
	place(c, &f.Span, &f.Start, &f.End)
	c.string(&f.Text)
	c.string(&f.Message)
	list(c, &f.Related, related)
	list(c, &f.Fixes, fix)
	c.string(&f.Sentence)
	c.int(&f.InSentence.Start)
	c.int(&f.InSentence.End)
	c.string(&f.Fingerprint)
}

func related(c coder, r *checker.Related) {
	place(c, &r.Span, &r.Start, &r.End)
	c.string(&r.Text)
	c.string(&r.Message)
	c.int(&r.In)
}

func fix(c coder, f *checker.Fix) {
	c.string(&f.Title)
	flag(c, &f.Safe)
	list(c, &f.Edits, edit)
}

func edit(c coder, e *checker.Edit) {
	c.string(&e.Text)
	place(c, &e.Span, &e.Start, &e.End)
}

func flag(c coder, b *bool) {
	n := 0
	if *b {
		n = 1
	}
	c.int(&n)
	*b = n != 0
}

func place(c coder, span *text.Span, start, end *text.Position) {
	c.int(&span.Start)
	c.int(&span.End)
	position(c, start)
	position(c, end)
}

func position(c coder, p *text.Position) {
	for _, n := range [...]*int{&p.Offset, &p.Line, &p.Column, &p.UTF16, &p.Akshara, &p.Byte} {
		c.int(n)
	}
}

// encode returns findings as bytes, without the name of their document.
func encode(all []checker.Finding) []byte {
	w := &writer{}
	list(w, &all, finding)
	return w.out
}

// decode is the inverse of encode.
func decode(s string) (all []checker.Finding, ok bool) {
	r := &reader{s: s}
	list(r, &all, finding)
	return all, !r.bad && r.s == ""
}

// writer is a coder that writes. It changes nothing.
type writer struct{ out []byte }

func (w *writer) int(n *int) { w.out = binary.AppendVarint(w.out, int64(*n)) }

func (w *writer) string(s *string) {
	w.len(len(*s))
	w.out = append(w.out, *s...)
}

func (w *writer) failed() bool { return false }

func (w *writer) len(n int) int {
	w.out = binary.AppendUvarint(w.out, uint64(n))
	return n
}

// reader is a coder that reads. Its strings are parts of the one that it reads.
type reader struct {
	s   string
	bad bool // what was read is not what a writer wrote
}

func (r *reader) failed() bool { return r.bad }

// uvarint reads an unsigned number.
func (r *reader) uvarint() uint64 {
	var x uint64
	for i := 0; i < len(r.s) && i < binary.MaxVarintLen64; i++ {
		c := r.s[i]
		x |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			r.s = r.s[i+1:]
			return x
		}
	}
	r.bad, r.s = true, ""
	return 0
}

func (r *reader) int(n *int) {
	x := r.uvarint()
	*n = int(x>>1) ^ -int(x&1)
}

func (r *reader) string(s *string) {
	n := r.len(0)
	*s, r.s = r.s[:n], r.s[n:]
}

// len reads a length. Nothing is longer than what is left, for each part of
// anything takes a byte.
func (r *reader) len(int) int {
	n := r.uvarint()
	if n > uint64(len(r.s)) {
		r.bad, r.s = true, ""
		return 0
	}
	return int(n)
}
