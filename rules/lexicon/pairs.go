package lexicon

import (
	_ "embed"
	"sort"
	"strings"
)

//go:embed distinct.tsv
var distinctTSV string

//go:embed distinct-names.tsv
var distinctNamesTSV string

//go:embed same.tsv
var sameTSV string

var (
	distinct      = newTable(distinctTSV)
	distinctNames = newTable(distinctNamesTSV)
	same          = newTable(sameTSV)
)

// table is the sorted rows of an embedded TSV file, searched in place.
type table struct{ rows string }

// newTable leaves out the comments at the top.
func newTable(tsv string) table {
	for strings.HasPrefix(tsv, "#") {
		_, tsv, _ = strings.Cut(tsv, "\n")
	}
	return table{tsv}
}

// find returns the rows from the first that is not less than key on.
func (t table) find(key string) string {
	// Binary search over byte offsets: each probe moves back to its row's start.
	at := sort.Search(len(t.rows), func(i int) bool { return t.row(i) >= key })
	if at == len(t.rows) {
		return ""
	}
	return t.rows[t.start(at):]
}

func (t table) start(i int) int { return strings.LastIndexByte(t.rows[:i], '\n') + 1 }

func (t table) row(i int) string {
	row := t.rows[t.start(i):]
	if n := strings.IndexByte(row, '\n'); n >= 0 {
		row = row[:n]
	}
	return row
}

// has reports whether a row begins with the key.
func (t table) has(key string) bool { return strings.HasPrefix(t.find(key), key) }

// Distinct reports whether two folded forms are known to be two words or two
// names.
func Distinct(a, b string) bool {
	if a > b {
		a, b = b, a
	}
	key := a + "\t" + b + "\n"
	return distinct.has(key) || distinctNames.has(key)
}

// Same reports whether two folded forms are known to be two established
// spellings of one word.
func Same(a, b string) bool {
	_, _, ok := SamePair(a, b)
	return ok
}

// SamePair returns the preferred one of two spellings of one word and the
// word's kind: name, loan or word.
func SamePair(a, b string) (preferred, kind string, ok bool) {
	for range 2 {
		if rest, found := strings.CutPrefix(same.find(a+"\t"+b+"\t"), a+"\t"+b+"\t"); found {
			kind, _, _ = strings.Cut(rest, "\n")
			return a, kind, true
		}
		a, b = b, a
	}
	return "", "", false
}
