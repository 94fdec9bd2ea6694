package lexicon

import _ "embed"

// overmarked.tsv is searched as it is.
//
//go:embed overmarked.tsv
var overmarkedTSV string

var overmarked = newTable(overmarkedTSV)

// Overmarked reports whether a folded form has a nukta or chandrabindu that
// careful print does not write, as सफ़लता and माँस have.
func Overmarked(folded string) bool { return overmarked.has(folded + "\n") }
