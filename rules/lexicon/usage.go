package lexicon

import (
	"strings"
	"sync"

	"github.com/nukta/nukta/checker/text"
)

// usage is what the lexicon knows of a form's place in print: in dates, beside
// numbers, and doubled. It is looked up once a form.
type usage struct {
	date     DateWord
	number   NumberWord
	doubling Doubling
	function *Function
}

var (
	usageOf = text.NewMemo(findUsage)
	noUsage = &usage{function: noFunction}
)

func findUsage(f *text.Form) *usage {
	u := usage{findDateWord(f.Folded), findNumberWord(f.Folded), findDoubling(f.Folded), findFunction(f)}
	if u == *noUsage {
		return noUsage
	}
	return &u
}

// rowsByForm returns what the rows of a small file say behind their first column,
// by that column. It is made at first use: a map of a thousand rows is made in a
// tenth of a millisecond and answers many times faster than a search, and every
// form of every text is asked for.
func rowsByForm(tsv string) func() map[string]string {
	return sync.OnceValue(func() map[string]string {
		rows := newTable(tsv).rows
		out := make(map[string]string, strings.Count(rows, "\n"))
		for row := range strings.Lines(rows) {
			form, rest, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
			out[form] = rest
		}
		return out
	})
}

// columns returns the columns behind the first of the row whose first column is
// the key, or nil when there is none.
func (t *table) columns(key string) []string {
	row, ok := strings.CutPrefix(t.find(key+"\t"), key+"\t")
	if !ok {
		return nil
	}
	row, _, _ = strings.Cut(row, "\n")
	return strings.Split(row, "\t")
}
