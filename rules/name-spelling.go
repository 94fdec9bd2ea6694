package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed name-spelling.md
var nameSpellingPage string

var nameSpelling = checker.Rule{
	Name:     "name-spelling",
	Category: "names",
	Severity: checker.Warning,
	Doc:      nameSpellingPage,
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    acrossClashes("name-spelling", reportJoins),
}
