package lexicon

import (
	"hash/maphash"
	"strings"
	"sync"
)

// table is the sorted rows of an embedded TSV file, searched in place. Its index
// is made at the first search: a third of a millisecond for ten thousand rows,
// which no start pays that checks nothing.
type table struct {
	rows  string
	once  sync.Once
	index []tableEntry
}

// tableEntry says where the rows begin that share a first word: a part of the
// word's hash and 1 + the offset, 0 in a free entry. The table of entries is open
// addressing.
type tableEntry struct{ hash, row uint32 }

// newTable leaves out the comments at the top.
func newTable(tsv string) *table {
	for strings.HasPrefix(tsv, "#") {
		_, tsv, _ = strings.Cut(tsv, "\n")
	}
	return &table{rows: tsv}
}

var tableSeed = maphash.MakeSeed()

// find returns the rows from the first that begins with a key on, or "" where
// none does. A key is the first word of a row and something behind it: a word
// ends at a space, a tab or the line's end.
func (t *table) find(key string) string {
	t.once.Do(t.makeIndex)
	word := firstWord(key)
	hash := maphash.String(tableSeed, word)
	mask := uint32(len(t.index) - 1)
	for i := uint32(hash) & mask; t.index[i].row != 0; i = (i + 1) & mask {
		if uint64(t.index[i].hash) != hash>>32 {
			continue
		}
		if rows := t.rows[t.index[i].row-1:]; firstWord(rows) == word {
			return skipTo(rows, key, len(word)+1)
		}
	}
	return ""
}

// skipTo returns the rows from the first with a key on, of rows of which the
// first has the key's first n bytes, its first word and a separator, or less.
func skipTo(rows, key string, n int) string {
	for len(rows) >= n && rows[:n-1] == key[:n-1] {
		if strings.HasPrefix(rows, key) {
			return rows
		}
		end := strings.IndexByte(rows, '\n')
		if end < 0 {
			break
		}
		rows = rows[end+1:]
	}
	return ""
}

// has reports whether a row begins with the key.
func (t *table) has(key string) bool { return t.find(key) != "" }

func (t *table) makeIndex() {
	size := 8
	for size < 2*strings.Count(t.rows, "\n") {
		size *= 2
	}
	t.index = make([]tableEntry, size)
	mask := uint32(size - 1)
	last := ""
	for at := 0; at < len(t.rows); {
		row := t.rows[at:]
		word := firstWord(row)
		if word != last || at == 0 {
			hash := maphash.String(tableSeed, word)
			i := uint32(hash) & mask
			for t.index[i].row != 0 {
				i = (i + 1) & mask
			}
			t.index[i] = tableEntry{uint32(hash >> 32), uint32(at + 1)}
			last = word
		}
		end := strings.IndexByte(row, '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
}

// firstWord returns what stands before the first space, tab or line end.
func firstWord(row string) string {
	for i := range len(row) {
		if row[i] == ' ' || row[i] == '\t' || row[i] == '\n' {
			return row[:i]
		}
	}
	return row
}
