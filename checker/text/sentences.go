package text

import (
	"strings"
	"unicode/utf8"
)

// sentences cuts each block into sentences: at । ॥ ? ! and at . where the
// text itself ends its sentences so. Closing quotes and brackets belong to the
// sentence that they close. A . behind an initial or an abbreviation, or
// before a small Latin letter, ends none.
func sentences(d *Document) []Range {
	stops := d.EndsWithStop()
	var out []Range
	for _, b := range d.Blocks {
		first := b.First
		for i := b.First; i < b.Last; i++ {
			if !d.ends(i, stops) {
				continue
			}
			last := i + 1
			for last < b.Last && d.closes(last) {
				last++
			}
			out = append(out, Range{first, last})
			for last < b.Last && d.Tokens[last].Kind == Space {
				last++
			}
			first, i = last, last-1
		}
		if first < b.Last {
			out = append(out, Range{first, b.Last})
		}
	}
	return out
}

// EndsWithStop reports whether the text ends its sentences with a full stop:
// more of its words stand before a . at a sentence's end than before a danda.
func (d *Document) EndsWithStop() bool {
	stops, dandas := 0, 0
	for i, t := range d.Tokens {
		if t.Kind != Punct {
			continue
		}
		switch d.Of(t) {
		case "।":
			dandas++
		case ".":
			if i > 0 && d.Tokens[i-1].Kind == Word && !d.abbreviated(i) && d.breaksAfter(i) {
				stops++
			}
		}
	}
	return stops > dandas
}

// ends reports whether token i ends a sentence.
func (d *Document) ends(i int, stops bool) bool {
	t := d.Tokens[i]
	if t.Kind != Punct {
		return false
	}
	switch d.Of(t) {
	case "।", "॥", "?", "!":
		return true
	case ".":
		return stops && i > 0 && !d.abbreviated(i) && d.Tokens[i-1].Kind != Punct
	}
	return false
}

// abbreviated reports whether the . at token i stands behind an initial or a
// short abbreviation (एस. जयशंकर, डॉ. सिंह, यू.एस., रु. 500).
func (d *Document) abbreviated(i int) bool {
	if i == 0 {
		return false
	}
	before := d.Tokens[i-1]
	word := d.Of(before)
	if before.Kind == Latin {
		return utf8.RuneCountInString(word) <= 3
	}
	if before.Kind != Word {
		return false
	}
	if letterNames[word] || abbreviations[word] {
		return true
	}
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Kind == Word && i >= 2 && d.Of(d.Tokens[i-2]) == "."
}

// breaksAfter reports whether space, a line end or a closing mark follows.
func (d *Document) breaksAfter(i int) bool {
	if i+1 >= len(d.Tokens) {
		return true
	}
	next := d.Tokens[i+1]
	return next.Kind == Space || next.Kind == Break || next.Kind == Word || d.closes(i+1)
}

func (d *Document) closes(i int) bool {
	t := d.Tokens[i]
	return t.Kind == Punct && strings.Contains("\"'”’)]}»।!?", d.Of(t))
}

// letterNames are the Hindi names of Latin letters, as initials use them.
var letterNames = set(`ए बी सी डी ई एफ एफ़ जी एच आई आइ जे के एल एम एन ओ पी क्यू आर एस टी यू वी
	डब्ल्यू डब्लू एक्स वाई वाय ज़ेड जेड`)

// abbreviations are words that a . shortens in Hindi news.
var abbreviations = set(`डॉ डा प्रो श्री कु सु मो पं स्व रु रू सं क्र पृ ई पू कि मी से ली ग्रा चौ मा
	लि प्रा कं ले कै मे कर्नल जन सर्व उ प्र म द अ ब इ च ज त न र ल व श ष स ह क ख ग घ`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// IsLetterName reports whether a word is the Hindi name of a Latin letter, as
// initials and acronyms are made of.
func IsLetterName(word string) bool { return letterNames[word] }
