package rules

import "github.com/nukta/nukta/checker"

var nuktaConsistency = checker.Rule{
	Name:     "nukta-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      page("nukta-consistency"),
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    nuktaChoice.check(),
}
