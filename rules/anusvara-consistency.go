package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed anusvara-consistency.md
var anusvaraConsistencyPage string

var anusvaraConsistency = checker.Rule{
	Name:     "anusvara-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      anusvaraConsistencyPage,
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    anusvaraChoice.check(),
}
