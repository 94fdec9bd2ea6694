package rules

import "github.com/nukta/nukta/checker"

var chandrabinduConsistency = checker.Rule{
	Name:     "chandrabindu-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      page("chandrabindu-consistency"),
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    chandrabinduChoice.check(),
}
