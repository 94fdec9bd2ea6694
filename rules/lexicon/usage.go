package lexicon

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// usage is what the lexicon knows of a form's place in print: in dates, beside
// numbers, and doubled. It is looked up once a form.
type usage struct {
	date     DateWord
	number   NumberWord
	doubling Doubling
}

var (
	usageOf = text.NewMemo(findUsage)
	noUsage = new(usage)
)

func findUsage(f *text.Form) *usage {
	u := usage{findDateWord(f.Folded), findNumberWord(f.Folded), findDoubling(f.Folded)}
	if u == (usage{}) {
		return noUsage
	}
	return &u
}

// columns returns the columns behind the first of the row whose first column is
// the key, or nil when there is none.
func (t table) columns(key string) []string {
	row, ok := strings.CutPrefix(t.find(key+"\t"), key+"\t")
	if !ok {
		return nil
	}
	row, _, _ = strings.Cut(row, "\n")
	return strings.Split(row, "\t")
}
