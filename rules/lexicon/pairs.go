package lexicon

import (
	_ "embed"
	"hash/fnv"
	"slices"
	"strings"
)

// distinct.idx has the pairs of distinct.tsv and distinct-names.tsv, the
// smaller form first, as written and by their keys. same.idx has each pair of
// same.tsv both ways round, by keys: the other spelling, its key being the
// second column, + where the first is preferred, and the kind. See pack.
//
//go:embed distinct.idx
var distinctIndex string

//go:embed same.idx
var sameIndex string

var (
	distinct = newTable(distinctIndex)
	same     = newTable(sameIndex)
)

// Distinct reports whether two folded forms are known to be two words or two
// names.
func Distinct(a, b string) bool {
	if distinct.has(pairKey(a, b)) {
		return true
	}
	x, y := Key(a), Key(b)
	return x != y && (x != a || y != b) && distinct.has(pairKey(x, y))
}

func pairKey(a, b string) string {
	if a > b {
		a, b = b, a
	}
	return a + "\t" + b + "\n"
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
	key := Key(a) + "\t" + Key(b) + "\t"
	rest, found := strings.CutPrefix(same.find(key), key)
	if !found {
		return "", "", false
	}
	kind, _, _ = strings.Cut(rest[1:], "\n")
	if rest[0] == '+' {
		return a, kind, true
	}
	return b, kind, true
}

func findGroups(key string, names []Name) []uint64 {
	var out []uint64
	prefix := key + "\t"
	for row := range rowsFrom(same.find(prefix), prefix) {
		other, rest, _ := strings.Cut(row[len(prefix):], "\t")
		preferred := other
		if rest[0] == '+' {
			preferred = key
		}
		out = append(out, groupHash("same ", preferred))
	}
	for _, n := range names {
		out = append(out, groupHash("name ", n.Standard))
	}
	return out
}

func groupHash(kind, word string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(kind))
	h.Write([]byte(word))
	return h.Sum64()
}

// IndexDistinct returns distinct.idx for rows of pairs.
func IndexDistinct(rows [][]string) string {
	var out []string
	for _, r := range rows {
		out = append(out, pairKey(r[0], r[1]))
		if x, y := Key(r[0]), Key(r[1]); x != y {
			out = append(out, pairKey(x, y))
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "")
}

// IndexSame returns same.idx for rows of preferred and other spelling and kind.
func IndexSame(rows [][]string) string {
	var out []string
	for _, r := range rows {
		a, b := Key(r[0]), Key(r[1])
		if a != b {
			out = append(out, a+"\t"+b+"\t+"+r[2]+"\n", b+"\t"+a+"\t-"+r[2]+"\n")
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), "")
}
