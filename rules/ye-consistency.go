package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed ye-consistency.md
var yeConsistencyPage string

var yeConsistency = checker.Rule{
	Name:     "ye-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      yeConsistencyPage,
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    yeChoice.check(),
}
