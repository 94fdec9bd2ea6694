package rules

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// loanShape reports whether a word has the sounds of an English loan: the
// vowels ॉ ऑ ॅ, or an ending that only loans have.
func loanShape(f *text.Form) bool {
	if strings.ContainsAny(f.Folded, "ॉऑॅऍ") {
		return true
	}
	for _, ending := range [...]string{"शन", "मेंट", "िंग", "इंग", "टी", "क्टर", "ट्रिक", "ेशनल", "िकल", "ोलॉजी", "ग्राफी", "िज्म", "िस्ट", "नेस", "शिप", "फोन", "स्टर"} {
		if strings.HasSuffix(f.Folded, ending) {
			return true
		}
	}
	return false
}
