package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/lexicon"
)

// styleBook is a house's list of what to avoid. It is read at every start and may
// have many thousand rows, so its phrases are found by their first words and
// inflected only when a text has one.
type styleBook struct {
	entries []styleEntry
	phrases []stylePhrase
	// ids are the numbers, from 1, of the elements by their keys, and steps leads
	// from a node of the trie over an element to the next node: node<<32 | number.
	// The root is node 0, and ends has for each node 1 + the index of the newest
	// phrase that ends there, or 0.
	ids   map[string]int32
	steps map[uint64]int32
	ends  []int32
	// elements are those of all phrases: words and marks, and gap between words.
	elements []string
	// foreign says that some elements are no Devanagari words.
	foreign  bool
	patterns []stylePattern
}

// styleEntry is what a house says of some words.
type styleEntry struct {
	prefer   []string
	message  string
	severity *checker.Severity
	never    bool
	exact    bool // in no other form or spelling
}

// stylePhrase is a phrase to avoid.
type stylePhrase struct {
	entry       int32
	older       int32 // 1 + the index of another with the same keys, or 0
	first, last int32 // of the book's elements
}

// newStyleBook returns an empty list with room for as many rows.
func newStyleBook(rows int) *styleBook {
	return &styleBook{
		entries: make([]styleEntry, 0, rows), phrases: make([]stylePhrase, 0, rows),
		ids: make(map[string]int32, rows+1), steps: make(map[uint64]int32, rows), ends: make([]int32, 1, rows+1),
		elements: make([]string, 0, 2*rows),
	}
}

// gap is the element between the words of a phrase: a space or a hyphen.
const gap = " "

// maxPhrase is the length in bytes of a phrase, maxPhraseWords its number of
// elements.
const (
	maxPhrase      = 300
	maxPhraseWords = 40
)

// add adds an entry with the phrases that it is about.
func (b *styleBook) add(e styleEntry, phrases []string) error {
	b.entries = append(b.entries, e)
	for _, phrase := range phrases {
		if err := b.phrase(phrase); err != nil {
			return err
		}
	}
	return nil
}

// phrase adds a phrase of the newest entry.
func (b *styleBook) phrase(phrase string) error {
	if len(phrase) > maxPhrase {
		return fmt.Errorf("%.40q… is longer than %d bytes", phrase, maxPhrase)
	}
	from := len(b.elements)
	b.elements = appendElements(b.elements, phrase)
	n := len(b.elements) - from
	if n == 0 || n > maxPhraseWords {
		return fmt.Errorf("%q is no word or phrase of at most %d words", phrase, (maxPhraseWords+1)/2)
	}
	node := int32(0)
	for _, element := range b.elements[from:] {
		b.foreign = b.foreign || element != gap && !isDevanagariWord(element)
		node = b.step(node, lexicon.Key(element))
	}
	b.phrases = append(b.phrases, stylePhrase{int32(len(b.entries) - 1), b.ends[node], int32(from), int32(len(b.elements))})
	b.ends[node] = int32(len(b.phrases))
	return nil
}

// step returns the node behind another and an element, which it makes if need be.
func (b *styleBook) step(node int32, key string) int32 {
	id := b.ids[key]
	if id == 0 {
		id = int32(len(b.ids) + 1)
		b.ids[key] = id
	}
	edge := edgeOf(node, id)
	next := b.steps[edge]
	if next == 0 {
		next = int32(len(b.ends))
		b.ends = append(b.ends, 0)
		b.steps[edge] = next
	}
	return next
}

func edgeOf(node, id int32) uint64 { return uint64(node)<<32 | uint64(id) }

// elementsOf returns the elements of a phrase.
func (b *styleBook) elementsOf(phrase int32) []string {
	p := b.phrases[phrase]
	return b.elements[p.first:p.last]
}

func isDevanagariWord(element string) bool {
	r, _ := utf8.DecodeRuneInString(element)
	return text.IsDevanagari(r)
}

// appendElements appends the elements of a phrase as a document's tokens would be.
func appendElements(to []string, phrase string) []string {
	if !plainWords(phrase) {
		return appendTokens(to, phrase)
	}
	from := len(to)
	for phrase != "" {
		end := strings.IndexAny(phrase, " -")
		if end < 0 {
			end = len(phrase)
		}
		if end > 0 {
			if len(to) > from {
				to = append(to, gap)
			}
			to = append(to, text.Fold(phrase[:end]))
		}
		phrase = phrase[min(end+1, len(phrase)):]
	}
	return to
}

// plainWords reports whether a phrase is of Devanagari words alone.
func plainWords(phrase string) bool {
	for _, r := range phrase {
		if r != ' ' && r != '-' && !text.IsDevanagari(r) {
			return false
		}
	}
	return true
}

// appendTokens is appendElements for a phrase with other signs in it.
func appendTokens(to []string, phrase string) []string {
	from := len(to)
	d := text.Plain("", phrase)
	for i, t := range d.Tokens {
		switch {
		case gapAt(d, i):
			if len(to) > from && to[len(to)-1] != gap {
				to = append(to, gap)
			}
		case t.Kind == text.Word:
			to = append(to, d.Word(t).Folded)
		default:
			to = append(to, strings.ToLower(d.Of(t)))
		}
	}
	if len(to) > from && to[len(to)-1] == gap {
		to = to[:len(to)-1]
	}
	return to
}

// gapAt reports whether a token can stand between the words of a phrase.
func gapAt(d *text.Document, i int) bool {
	t := d.Tokens[i]
	return t.Kind == text.Space || t.Kind == text.Break || t.Kind == text.Punct && isHyphen(d.Of(t))
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" || s == "–" }
