package rules

import (
	_ "embed"

	"github.com/nukta/nukta/checker"
)

//go:embed invisible-character.md
var invisibleCharacterPage string

var invisibleCharacter = checker.Rule{
	Name:     "invisible-character",
	Category: "graphemes",
	Severity: checker.Warning,
	Doc:      invisibleCharacterPage,
	Check:    graphemeCheck("invisible-character"),
}
