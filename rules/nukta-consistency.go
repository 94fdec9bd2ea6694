package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed nukta-consistency.md
var nuktaConsistencyPage string

var nuktaConsistency = checker.Rule{
	Name:     "nukta-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      nuktaConsistencyPage,
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    nuktaChoice.check(),
}
