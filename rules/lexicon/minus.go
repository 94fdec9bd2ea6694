//go:build evaluation

package lexicon

import (
	"log"
	"os"
	"strconv"
	"strings"
)

// A build with the tag evaluation takes the counts in the file that the
// environment variable NUKTA_MINUS names, a form and its count a line, out of
// the counts in news: text that was counted itself is else measured too well.
func init() {
	path := os.Getenv("NUKTA_MINUS")
	if path == "" {
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	minus := map[string]int{}
	for line := range strings.Lines(string(data)) {
		form, count, _ := strings.Cut(strings.TrimSpace(line), "\t")
		minus[form], _ = strconv.Atoi(count)
	}
	adjust = func(folded string, c Count) Count {
		c.News = max(c.News-minus[folded], 0)
		return c
	}
}
