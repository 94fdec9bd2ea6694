package lexicon

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed krutidev-bigrams.tsv
var krutiDevTSV string

// krutiDevOdds are the rows of the file by both code points, of which all but a
// few lie below U+0100.
var krutiDevOdds = sync.OnceValue(func() *[256][256]float32 {
	odds := new([256][256]float32)
	for row := range strings.Lines(newTable(krutiDevTSV).rows) {
		bigram, value, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		pair := []rune(strings.ReplaceAll(bigram, "␣", " "))
		v, err := strconv.ParseFloat(value, 32)
		if err == nil && len(pair) == 2 && max(pair[0], pair[1]) < 256 {
			odds[pair[0]][pair[1]] = float32(v)
		}
	}
	return odds
})

// KrutiDevOdds returns the evidence that a word is typed for the font Kruti Dev
// and not English: the sum of the log-odds of its bigrams, and their number. The
// word is padded with a space on both sides.
func KrutiDevOdds(word string) (sum float64, bigrams int) {
	odds := krutiDevOdds()
	last := ' '
	for _, r := range word {
		if '0' <= r && r <= '9' {
			r = '0'
		}
		if max(last, r) < 256 {
			sum += float64(odds[last][r])
		}
		last = r
		bigrams++
	}
	if last < 256 {
		sum += float64(odds[last][' '])
	}
	return sum, bigrams + 1
}
