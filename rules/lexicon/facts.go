package lexicon

import (
	_ "embed"
	"slices"

	"github.com/nukta/nukta/checker/text"
)

// facts are what the lexicon knows of a form, looked up once a form.
type facts struct {
	count    Count
	key      string
	function bool
	wrong    *Misspelling
	*rows    // nothing for most forms, so that they share one
}

// rows are those of the indexes that begin with a form.
type rows struct {
	names   []Name
	phrases []Phrase
	terms   []Term
	groups  []uint64
}

var noRows = new(rows)

var factsOf = text.NewMemo(func(f *text.Form) *facts {
	if len(f.Folded) > MaxWord {
		return &facts{key: f.Folded, rows: noRows}
	}
	out := &facts{count: CountOf(f.Folded), key: Key(f.Folded), function: functions.has(f.Folded + "\n"), rows: noRows}
	if mayKnow(wrongMark + f.Folded) {
		out.wrong = findMisspelling(f.Folded)
	}
	if !mayKnow(out.key) {
		// Terms stand in the text in the plural and the oblique too.
		if terms := inflectedTerms(out.key); terms != nil {
			out.rows = &rows{terms: terms}
		}
		return out
	}
	names := findNames(out.key)
	out.rows = &rows{names, findPhrases(out.key), findTerms(out.key), findGroups(out.key, names)}
	return out
})

// wrongMark sets the forms of misspellings.tsv apart from keys in the filter.
const wrongMark = "!"

// MisspellingOf returns what is known of a form that is wrong, or nil.
func MisspellingOf(f *text.Form) *Misspelling { return factsOf.Of(f.Canonical).wrong }

// CountOfForm returns the counts of a form.
func CountOfForm(f *text.Form) Count { return factsOf.Of(f.Canonical).count }

// KeyOf returns the Key of a form.
func KeyOf(f *text.Form) string { return factsOf.Of(f.Canonical).key }

// IsFunctionWord reports whether a form is a case mark, an auxiliary, a
// pronoun, a conjunction or a particle.
func IsFunctionWord(f *text.Form) bool { return factsOf.Of(f.Canonical).function }

// NamesOf returns the names that a form of one word can spell. Differences of
// orthography do not matter.
func NamesOf(f *text.Form) []Name { return factsOf.Of(f.Canonical).names }

// PhrasesOf returns the names of several words that begin with a form.
func PhrasesOf(f *text.Form) []Phrase { return factsOf.Of(f.Canonical).phrases }

// TermsOf returns the terms that begin with a form, inflected or not.
func TermsOf(f *text.Form) []Term { return factsOf.Of(f.Canonical).terms }

// Groups returns a number for each established pair of spellings and each
// known name that a form belongs to: forms with a number in common can be one
// word, however far apart they are spelt.
func Groups(f *text.Form) []uint64 { return factsOf.Of(f.Canonical).groups }

// filter is a Bloom filter over the keys that begin a row of an index. Most
// words of a text are in none, and asking the filter costs less than searching
// them all. See pack.
//
//go:embed filter.bin
var filter string

// mayKnow reports whether a row of an index can begin with a key: false is
// certain, true is wrong for about one key in a hundred.
func mayKnow(key string) bool {
	return inFilter(filter, filterHash(key))
}

// inFilter reports whether a filter may hold what has the hash; an empty one,
// before it is generated, may hold everything.
func inFilter(filter string, h uint64) bool {
	if len(filter) == 0 {
		return true
	}
	last := uint64(8*len(filter) - 1)
	for range filterProbes {
		bit := h & last
		if filter[bit/8]&(1<<(bit%8)) == 0 {
			return false
		}
		h = h*0x9e3779b97f4a7c15 + h>>32
	}
	return true
}

const (
	filterProbes = 5
	filterBits   = 10 // a key, at least
)

func filterHash(key string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(key) {
		h = (h ^ uint64(key[i])) * 1099511628211
	}
	return h ^ h>>29
}

// MakeFilter returns the filter over the first words of the rows of indexes
// and over wrong forms. It is for the program in pack and its test.
func MakeFilter(wrong []string, indexes ...string) []byte {
	var keys []string
	for _, form := range wrong {
		keys = append(keys, wrongMark+form)
	}
	for _, index := range indexes {
		for row := range rowsFrom(index, "") {
			keys = append(keys, firstWord(row))
		}
	}
	slices.Sort(keys)
	var hashes []uint64
	for _, key := range slices.Compact(keys) {
		hashes = append(hashes, filterHash(key))
	}
	return makeFilter(hashes)
}

// makeFilter returns the filter over the hashes of keys. Its size is a power of
// two, so that finding a bit takes no division.
func makeFilter(hashes []uint64) []byte {
	size := 1
	for 8*size < len(hashes)*filterBits {
		size *= 2
	}
	bits := make([]byte, size)
	last := uint64(8*size - 1)
	for _, h := range hashes {
		for range filterProbes {
			bit := h & last
			bits[bit/8] |= 1 << (bit % 8)
			h = h*0x9e3779b97f4a7c15 + h>>32
		}
	}
	return bits
}
