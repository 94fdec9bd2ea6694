package rules

import "github.com/nukta/nukta/checker"

var anusvaraConsistency = checker.Rule{
	Name:     "anusvara-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      page("anusvara-consistency"),
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    anusvaraChoice.check(),
}
