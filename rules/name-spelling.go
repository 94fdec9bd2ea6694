package rules

import "github.com/nukta/nukta/checker"

var nameSpelling = checker.Rule{
	Name:     "name-spelling",
	Category: "names",
	Severity: checker.Warning,
	Doc:      page("name-spelling"),
	Options:  confidenceOptions{MinConfidence: leastInfo},
	Check:    acrossClashes("name-spelling", reportJoins),
}
