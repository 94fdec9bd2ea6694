// Package text models a document: its source, the prose in it, and the
// aksharas, words, sentences and positions of that prose.
//
// Two coordinate systems occur. Text offsets are bytes of Document.Text, the
// prose that rules read. Source offsets are bytes of Document.Source, the file
// as it is on disk (after decoding UTF-16). For plain text they are the same.
// Only a Mapper converts between them.
package text

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Kind says what a token is.
type Kind uint8

const (
	// Space is a run of spaces and tabs inside a line, of any Unicode width.
	Space Kind = iota
	// Break is one line end: LF, CRLF, CR, or U+2028 and U+2029.
	Break
	// Word is a word of Devanagari letters and signs, with its joiners.
	Word
	// Latin is a word of any other alphabet, with its digits (G20).
	Latin
	// Number is a run of digits of either digit set with inner , and . as in
	// 1,00,000 or 3.5.
	Number
	// Punct is one punctuation mark, one code point.
	Punct
	// Opaque is a URL, an e-mail address, a @handle or a #hashtag: never prose.
	Opaque
	// Other is one symbol, emoji sequence or control character.
	Other
	// Invalid is a run of bytes that are not UTF-8.
	Invalid
)

// Token is a stretch of Document.Text. Tokens tile the text: they do not
// overlap and leave nothing out.
type Token struct {
	start, end int32
	// Form is the index in Document.Forms of a Word, or -1.
	Form int32
	Kind Kind
}

// Start returns the text offset of the token's first byte.
func (t Token) Start() int { return int(t.start) }

// End returns the text offset behind the token's last byte.
func (t Token) End() int { return int(t.end) }

// Span returns the token's span in Document.Text.
func (t Token) Span() Span { return Span{int(t.start), int(t.end)} }

// BlockKind says what a block of prose is.
type BlockKind uint8

const (
	// Paragraph is running text.
	Paragraph BlockKind = iota
	// Heading is a headline or a heading.
	Heading
	// Item is a list item or a table cell.
	Item
	// Quotation is a block quotation.
	Quotation
)

// Block is a paragraph or another unit in which quotes, brackets and sentences
// have to balance. Blocks are in text order and do not overlap; the line ends
// between them belong to none.
type Block struct {
	Kind BlockKind
	Span Span // of Document.Text
	// First and Last are the range of the block's tokens, Last excluded.
	First, Last int
}
