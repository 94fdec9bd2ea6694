package text

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Document is one text to check. It is immutable; all methods may be called
// from several goroutines.
type Document struct {
	// Name is the path of the file, or another name for messages.
	Name string
	// Source is the whole file; positions count its bytes.
	Source string
	// Encoding is how the file was stored; Source is always UTF-8.
	Encoding Encoding
	// Format is the name of the format that the source was read as.
	Format string
	// Extracted says that the source is not what the file holds but the text that
	// a format has taken out of it, a line a paragraph.
	Extracted bool
	// Escape writes prose as the source does, so that none of it reads as
	// markup there; nil writes it as it is.
	Escape func(string) string
	// Text is the prose of the source, without markup.
	Text string
	// Tokens tile Text.
	Tokens []Token
	// Forms are the distinct words of the text in order of first occurrence.
	Forms []*Form
	// Blocks are the paragraphs, headings and list items of the text.
	Blocks []Block
	// Directives are the suppression comments of the source, in order.
	Directives []Directive

	chunks    []chunk
	sentences func() []Range
	memos     [maxDocMemos]atomic.Pointer[docMemo]
}

// Range is a half-open range of indexes into Document.Tokens.
type Range struct{ First, Last int }

// Piece is a stretch of prose as a format found it. Text is what a reader
// reads; Source is where it stands. They differ where the source escapes a
// character, as HTML's &amp; does; otherwise Text is a substring of the source.
type Piece struct {
	Text   string
	Source Span
	// Escape says that the source is another way to write the text, and no
	// markup: an edit may replace all of it.
	Escape bool
	// Markup says that the source is markup even where it reads as the text: no
	// edit may replace it.
	Markup bool
}

// Part is one block of prose, in one or more pieces with markup between them.
type Part struct {
	Kind   BlockKind
	Pieces []Piece
}

// chunk says that text bytes from text on come from source bytes from source
// on. The end of a chunk is the start of the next; an escaped one maps as a
// whole, and may be replaced as a whole unless it is markup.
type chunk struct {
	text, source    Span
	escaped, markup bool
}

// Plain returns the document of a plain text: all of the source is prose, but
// for a byte order mark and suppression comments.
func Plain(name, source string) *Document {
	d := &Document{Name: name, Source: source}
	start := 0
	if strings.HasPrefix(source, string(BOM)) {
		start = len(string(BOM))
	}
	d.Directives = findDirectives(source)
	if start == 0 && len(d.Directives) == 0 {
		d.Text = source
		d.chunks = []chunk{{text: Span{0, len(source)}, source: Span{0, len(source)}}}
	} else {
		var pieces []Piece
		for _, dir := range d.Directives {
			pieces = append(pieces, Piece{Text: source[start:dir.Span.Start], Source: Span{start, dir.Span.Start}})
			start = dir.Span.End
		}
		pieces = append(pieces, Piece{Text: source[start:], Source: Span{start, len(source)}})
		var text strings.Builder
		d.join(&text, pieces)
		d.Text = text.String()
	}
	d.Tokens, d.Forms = tokenize(d.Text)
	d.Blocks = paragraphs(d.Text, d.Tokens)
	d.sentences = sync.OnceValue(func() []Range { return sentences(d) })
	return d
}

// Build returns the document of a source in which a format has found the
// given parts of prose and the given comments. Parts and pieces must be in
// source order.
func Build(name, source string, parts []Part, comments []Span) *Document {
	d := &Document{Name: name, Source: source}
	for _, c := range comments {
		d.Directives = append(d.Directives, directivesOf(source, c)...)
	}
	var text strings.Builder
	type edge struct {
		kind BlockKind
		span Span
	}
	var edges []edge
	for _, p := range parts {
		start := text.Len()
		d.join(&text, p.Pieces)
		if text.Len() == start {
			continue
		}
		edges = append(edges, edge{p.Kind, Span{start, text.Len()}})
		end := p.Pieces[len(p.Pieces)-1].Source.End
		d.chunks = append(d.chunks, chunk{Span{text.Len(), text.Len() + 1}, Span{end, end}, true, true})
		text.WriteByte('\n')
	}
	d.Text = text.String()
	d.Tokens, d.Forms = tokenize(d.Text)
	next := 0
	for _, e := range edges {
		for next < len(d.Tokens) && d.Tokens[next].Start() < e.span.Start {
			next++
		}
		first := next
		for next < len(d.Tokens) && d.Tokens[next].Start() < e.span.End {
			next++
		}
		d.Blocks = append(d.Blocks, Block{e.kind, e.span, first, next})
	}
	d.sentences = sync.OnceValue(func() []Range { return sentences(d) })
	return d
}

// Extracted returns the document of a source that a format has taken out of a
// file: parts and comments are as for Build, and a line is a paragraph. Where no
// part is a heading, the first is one if it reads like one, as in plain text.
func Extracted(name, source string, parts []Part, comments []Span) *Document {
	d := Build(name, source, parts, comments)
	d.Extracted = true
	headed := slices.ContainsFunc(d.Blocks, func(b Block) bool { return b.Kind == Heading })
	if !headed && len(d.Blocks) > 1 && headline(d.Text, d.Tokens, d.Blocks[0]) {
		d.Blocks[0].Kind = Heading
	}
	return d
}

// join appends the pieces to the text and records where they come from.
func (d *Document) join(text *strings.Builder, pieces []Piece) {
	for _, p := range pieces {
		if p.Text == "" {
			continue
		}
		at := Span{text.Len(), text.Len() + len(p.Text)}
		escaped := p.Text != d.Source[p.Source.Start:p.Source.End]
		d.chunks = append(d.chunks, chunk{at, p.Source, escaped || p.Markup, p.Markup || escaped && !p.Escape})
		text.WriteString(p.Text)
	}
}

// Of returns the text of a token.
func (d *Document) Of(t Token) string { return d.Text[t.start:t.end] }

// Word returns the form of a Word token.
func (d *Document) Word(t Token) *Form { return d.Forms[t.Form] }

// Sentences returns the sentences of the text as ranges of tokens, computed
// once.
func (d *Document) Sentences() []Range { return d.sentences() }

// SentenceAt returns the sentence around a text offset.
func (d *Document) SentenceAt(offset int) Span {
	all := d.Sentences()
	i, _ := slices.BinarySearchFunc(all, offset, func(r Range, offset int) int {
		return cmp.Compare(d.Tokens[r.Last-1].End()-1, offset)
	})
	if i == len(all) {
		return Span{len(d.Text), len(d.Text)}
	}
	return Span{d.Tokens[all[i].First].Start(), d.Tokens[all[i].Last-1].End()}
}

// TokenAt returns the index of the token that holds a text offset, or
// len(Tokens) behind the end.
func (d *Document) TokenAt(offset int) int {
	i, _ := slices.BinarySearchFunc(d.Tokens, offset, func(t Token, offset int) int {
		return cmp.Compare(int(t.end)-1, offset)
	})
	return i
}

// ToSource returns the source span of a span of the text. The span of an
// escaped character is its whole escape.
func (d *Document) ToSource(s Span) Span {
	i := d.chunkAt(s.Start)
	if i < 0 {
		return Span{}
	}
	out := Span{}
	c := d.chunks[i]
	if c.escaped {
		out.Start = c.source.Start
	} else {
		out.Start = c.source.Start + s.Start - c.text.Start
	}
	if s.End > s.Start {
		i = d.chunkAt(s.End - 1)
	}
	c = d.chunks[i]
	switch {
	case s.End <= s.Start:
		out.End = out.Start
	case c.escaped:
		out.End = c.source.End
	default:
		out.End = c.source.Start + s.End - c.text.Start
	}
	return out
}

// Whole reports whether a span of the text is one stretch of the source that
// holds no markup and no part of an escape, so that replacing it replaces only
// what a reader reads.
func (d *Document) Whole(s Span) bool {
	i := d.chunkAt(s.Start)
	if i < 0 || d.chunks[i].escaped && s.Start > d.chunks[i].text.Start {
		return false
	}
	for j := i; j < len(d.chunks); j++ {
		c := d.chunks[j]
		switch {
		case c.markup, c.escaped && s.End < c.text.End:
			return false
		case s.End <= c.text.End:
			return true
		case j+1 < len(d.chunks) && c.source.End != d.chunks[j+1].source.Start:
			return false
		}
	}
	return false
}

// chunkAt returns the index of the chunk that holds a text offset; behind the
// last it is the last, and -1 where there is none.
func (d *Document) chunkAt(offset int) int {
	i, _ := slices.BinarySearchFunc(d.chunks, offset, func(c chunk, offset int) int {
		return cmp.Compare(c.text.End-1, offset)
	})
	return min(i, len(d.chunks)-1)
}

const maxDocMemos = 12

type docMemo struct {
	once  sync.Once
	value any
}

// Slot is a place in a document for a fact that several rules need and that is
// computed once a document. Make one a fact, at package level.
type Slot[T any] struct{ slot int }

var slotCount atomic.Int32

// NewSlot registers a fact about documents. It panics when more facts are
// registered than a document has room for, which is a mistake of the program.
func NewSlot[T any]() *Slot[T] {
	slot := int(slotCount.Add(1)) - 1
	if slot >= maxDocMemos {
		panic("text: too many slots")
	}
	return &Slot[T]{slot}
}

// Get returns the fact for a document; the first call computes it.
func (s *Slot[T]) Get(d *Document, compute func() T) T {
	m := d.memos[s.slot].Load()
	if m == nil {
		m = new(docMemo)
		if !d.memos[s.slot].CompareAndSwap(nil, m) {
			m = d.memos[s.slot].Load()
		}
	}
	m.once.Do(func() { m.value = compute() })
	v, _ := m.value.(T)
	return v
}

// Shared is a Slot whose fact follows from the document alone.
type Shared[T any] struct {
	slot    *Slot[T]
	compute func(*Document) T
}

// NewShared registers a fact that follows from a document alone.
func NewShared[T any](compute func(*Document) T) *Shared[T] {
	return &Shared[T]{NewSlot[T](), compute}
}

// Of returns the fact for a document.
func (s *Shared[T]) Of(d *Document) T {
	return s.slot.Get(d, func() T { return s.compute(d) })
}
