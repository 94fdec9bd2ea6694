package lexicon

import _ "embed"

//go:embed functions.tsv
var functionsTSV string

var functions = newTable(functionsTSV)
