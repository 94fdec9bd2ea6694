package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed chandrabindu-consistency.md
var chandrabinduConsistencyPage string

var chandrabinduConsistency = checker.Rule{
	Name:     "chandrabindu-consistency",
	Category: "orthography",
	Severity: checker.Warning,
	Doc:      chandrabinduConsistencyPage,
	Options:  orthographyOptions{Policy: "consistent", Mixed: true},
	Check:    chandrabinduChoice.check(),
}
