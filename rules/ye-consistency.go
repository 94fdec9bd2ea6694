package rules

import "github.com/nukta/nukta/checker"

var yeConsistency = checker.Rule{
	Name:     "ye-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      page("ye-consistency"),
	Check:    reportClashes("ye-consistency"),
}
