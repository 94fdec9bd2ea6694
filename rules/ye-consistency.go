package rules

import "github.com/nukta/nukta/checker"

var yeConsistency = checker.Rule{
	Name:     "ye-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      page("ye-consistency"),
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    yeChoice.check(),
}
