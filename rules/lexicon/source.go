package lexicon

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// ReadTSV returns the rows of one of the lexicon's TSV files, without its
// comments. It is for tests and generators; the product never reads the files.
func ReadTSV(path string) ([][]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows, nil
}

// ReadCounts returns the forms of words.tsv and their counts.
func ReadCounts(path string) ([]string, []Count, error) {
	rows, err := ReadTSV(path)
	if err != nil {
		return nil, nil, err
	}
	forms := make([]string, len(rows))
	counts := make([]Count, len(rows))
	for i, row := range rows {
		if len(row) != 3 {
			return nil, nil, fmt.Errorf("%s: row %d: %d columns, want 3", path, i+1, len(row))
		}
		news, err1 := strconv.Atoi(row[1])
		books, err2 := strconv.Atoi(row[2])
		if err1 != nil || err2 != nil {
			return nil, nil, fmt.Errorf("%s: %s: counts %q and %q are no numbers", path, row[0], row[1], row[2])
		}
		forms[i], counts[i] = row[0], Count{news, books}
	}
	return forms, counts, nil
}

// IndexNames returns the index of names.tsv: for each spelling of each row its
// key, a tab, its role and the offset of the row behind the comments. A key
// stands once a row, with the better of its roles.
func IndexNames(tsv string) (string, error) {
	rows := newTable(tsv).rows
	var index []string
	at := 0
	for line := range strings.Lines(rows) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 5 {
			return "", fmt.Errorf("names.tsv: %q has %d columns, want 5", line, len(f))
		}
		seen := map[string]bool{}
		for i, role := range []Role{Standard, Accepted, Wrong} {
			for spelling := range strings.SplitSeq(f[i], ";") {
				key := PhraseKey(spelling)
				if spelling == "" || seen[key] {
					continue
				}
				seen[key] = true
				index = append(index, fmt.Sprintf("%s\t%c%d\n", key, role, at))
			}
		}
		at += len(line)
	}
	slices.Sort(index)
	return strings.Join(index, ""), nil
}

// IndexTerms returns the index of terms.tsv: for each spelling its key, a tab,
// e for a transliterated one or h for a Hindi one, and the offset of its row
// behind the comments.
func IndexTerms(tsv string) (string, error) {
	var index []string
	at := 0
	for line := range strings.Lines(newTable(tsv).rows) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			return "", fmt.Errorf("terms.tsv: %q has %d columns, want 3", line, len(f))
		}
		for i, side := range []string{"e", "h"} {
			for spelling := range strings.SplitSeq(f[i], ";") {
				index = append(index, fmt.Sprintf("%s\t%s%d\n", PhraseKey(spelling), side, at))
			}
		}
		at += len(line)
	}
	slices.Sort(index)
	return strings.Join(slices.Compact(index), ""), nil
}

// Column returns one column of rows.
func Column(rows [][]string, i int) []string {
	out := make([]string, len(rows))
	for r, row := range rows {
		out[r] = row[i]
	}
	return out
}
