// Package report writes findings: for people, for programs and for the tools
// that newsrooms already have.
package report

import (
	"io"
	"iter"

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
	// Root is the folder that relative names are relative to. Formats for
	// services that know a repository's files name those below it relative to
	// it; without a root names stay as they are.
	Root string
	// Docs are the names of the documents that were checked wholly, in order,
	// for formats that list those without findings, too.
	Docs []string
	// Rules are the rules that were run, for formats that explain them.
	Rules []checker.Rule
	// Source returns the decoded source of a document, for formats that show
	// it; nil shows none.
	Source func(doc string) (string, error)
}

// Format is one way to write findings.
type Format struct {
	Name string
	// Summary says in a few words whom the format is for.
	Summary string
	Write   func(w io.Writer, run Run, findings []checker.Finding) error
	// Sentences says that the format shows Finding.Sentence.
	Sentences bool
}

// Formats are the formats, the default first.
var Formats = []Format{
	{Name: "text", Summary: "for people", Write: Text, Sentences: true},
	{Name: "json", Summary: "one JSON object (nukta schema prints its schema)", Write: JSON},
	{Name: "jsonl", Summary: "JSON, one finding a line", Write: JSONL},
	{Name: "line", Summary: "path:line:column: severity: message [rule], for editors", Write: Line},
	{Name: "html", Summary: "one page with the findings marked in the text, to read and to print", Write: HTML, Sentences: true},
	{Name: "sarif", Summary: "SARIF 2.1.0, for code scanning and its viewers", Write: SARIF},
	{Name: "github", Summary: "workflow commands, for annotations by GitHub Actions", Write: GitHub},
	{Name: "gitlab", Summary: "a Code Quality report for GitLab", Write: GitLab},
	{Name: "checkstyle", Summary: "Checkstyle's XML, for Jenkins and many others", Write: Checkstyle},
	{Name: "junit", Summary: "JUnit's XML, for CI servers that show tests", Write: JUnit},
	{Name: "rdjson", Summary: "reviewdog's diagnostic format, one JSON object", Write: RDJSON},
	{Name: "rdjsonl", Summary: "the same, one finding a line", Write: RDJSONL},
	{Name: "vale", Summary: "Vale's JSON, for the editor plug-ins that read it", Write: Vale},
}

func (r Run) printer() *message.Printer { return checker.Printer(r.Language) }

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

// appliable returns the fixes that a program may write into the file by their
// positions: none where these are not those of the file.
func appliable(f checker.Finding) []checker.Fix {
	if f.Extracted {
		return nil
	}
	return f.Fixes
}

// byDoc groups findings by document; those of one stand together.
func byDoc(findings []checker.Finding) iter.Seq2[string, []checker.Finding] {
	return func(yield func(string, []checker.Finding) bool) {
		for len(findings) > 0 {
			n := 1
			for n < len(findings) && findings[n].Doc == findings[0].Doc {
				n++
			}
			if !yield(findings[0].Doc, findings[:n]) {
				return
			}
			findings = findings[n:]
		}
	}
}
