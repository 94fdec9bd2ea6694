package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed residue.tsv
var residueTSV string

var residue = newTable(residueTSV)

// Residue returns the letters that a sign of a legacy font stood for: those
// before the akshara that follows the sign and, where the sign belongs to it,
// those behind it.
func Residue(sign string) (head, tail string, ok bool) {
	rest, ok := strings.CutPrefix(residue.find(sign+"\t"), sign+"\t")
	if !ok {
		return "", "", false
	}
	letters, _, _ := strings.Cut(rest, "\n")
	head, tail, _ = strings.Cut(letters, "◌")
	return head, tail, true
}
