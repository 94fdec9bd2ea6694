// Package report writes findings: for people, for programs and for the tools
// that newsrooms already have.
package report

import (
	"io"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
)

// Run is what a report needs to know besides the findings.
type Run struct {
	// Version is the version of the program.
	Version string
	// Files counts the files that were checked.
	Files int
	// Errors are the files that could not be checked.
	Errors []*checker.DocError
	// Language is the language of the report's own words: Hindi by default.
	Language language.Tag
	// Color marks phrases by colour rather than by brackets.
	Color bool
	// Target is what was checked, for the commands that a summary recommends;
	// empty is the current folder.
	Target string
}

// Format is one way to write findings.
type Format struct {
	Name  string
	Write func(w io.Writer, run Run, findings []checker.Finding) error
	// Sentences says that the format shows Finding.Sentence.
	Sentences bool
}

// Formats are the formats, the default first.
var Formats = []Format{
	{Name: "text", Write: Text, Sentences: true},
	{Name: "json", Write: JSON},
	{Name: "line", Write: Line},
}

func (r Run) printer() *message.Printer { return Printer(r.Language) }

// Printer returns the printer of a language's messages: Hindi by default.
func Printer(tag language.Tag) *message.Printer {
	if tag == language.Und {
		tag = language.Hindi
	}
	return message.NewPrinter(tag)
}

// count returns how many findings there are of each severity.
func count(findings []checker.Finding) (errors, warnings, infos int) {
	for _, f := range findings {
		switch f.Severity {
		case checker.Error:
			errors++
		case checker.Warning:
			warnings++
		default:
			infos++
		}
	}
	return errors, warnings, infos
}
