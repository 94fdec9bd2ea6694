// Package report writes findings: for people, for programs and for the tools
// that newsrooms already have.
package report

import (
	"encoding/json"
	"io"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// Run is what a report needs to know besides the findings.
type Run struct {
	// Version is the version of the program.
	Version string
	// Files counts the files that were checked.
	Files int
	// Errors are the files that could not be checked.
	Errors []*checker.DocError
}

// The JSON types follow the schema in schema.json. Within a major version
// fields are only added.
type jsonOutput struct {
	Version  int           `json:"version"`
	Tool     jsonTool      `json:"tool"`
	Findings []jsonFinding `json:"findings"`
	Errors   []jsonError   `json:"errors"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonError struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

type jsonSummary struct {
	Files    int `json:"files"`
	Findings int `json:"findings"`
	Error    int `json:"error"`
	Warning  int `json:"warning"`
	Info     int `json:"info"`
}

type jsonFinding struct {
	Path        string           `json:"path"`
	Rule        string           `json:"rule"`
	Category    string           `json:"category"`
	Severity    checker.Severity `json:"severity"`
	Confidence  float64          `json:"confidence,omitempty"`
	Message     string           `json:"message"`
	Text        string           `json:"text"`
	Encoding    text.Encoding    `json:"encoding,omitempty"`
	Span        jsonSpan         `json:"span"`
	Related     []jsonRelated    `json:"related,omitempty"`
	Fixes       []jsonFix        `json:"fixes,omitempty"`
	Fingerprint string           `json:"fingerprint"`
}

type jsonSpan struct {
	Start jsonPosition `json:"start"`
	End   jsonPosition `json:"end"`
}

type jsonPosition struct {
	Offset  int `json:"offset"`
	Line    int `json:"line"`
	Column  int `json:"column"`
	UTF16   int `json:"utf16"`
	Akshara int `json:"akshara"`
}

type jsonRelated struct {
	Path    string   `json:"path"`
	Text    string   `json:"text"`
	Message string   `json:"message"`
	Span    jsonSpan `json:"span"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// JSON writes one JSON object with all findings.
func JSON(w io.Writer, run Run, findings []checker.Finding) error {
	out := jsonOutput{
		Version:  1,
		Tool:     jsonTool{"nukta", run.Version},
		Findings: make([]jsonFinding, len(findings)),
		Errors:   make([]jsonError, len(run.Errors)),
		Summary:  jsonSummary{Files: run.Files, Findings: len(findings)},
	}
	for i, f := range findings {
		out.Findings[i] = jsonOf(f)
	}
	for i, e := range run.Errors {
		out.Errors[i] = jsonError{e.Doc, e.Err.Error()}
	}
	out.Summary.Error, out.Summary.Warning, out.Summary.Info = count(findings)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
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

func jsonOf(f checker.Finding) jsonFinding {
	out := jsonFinding{
		Path: f.Doc, Rule: f.Rule, Category: f.Category, Severity: f.Severity, Confidence: round(f.Confidence),
		Message: f.Message, Text: f.Text, Encoding: f.Encoding, Span: spanOf(f.Start, f.End), Fingerprint: f.Fingerprint,
	}
	for _, r := range f.Related {
		out.Related = append(out.Related, jsonRelated{r.Doc, r.Text, r.Message, spanOf(r.Start, r.End)})
	}
	for _, fix := range f.Fixes {
		j := jsonFix{Title: fix.Title, Safe: fix.Safe, Edits: []jsonEdit{}}
		for _, e := range fix.Edits {
			j.Edits = append(j.Edits, jsonEdit{e.Span.Start, e.Span.End, e.Text})
		}
		out.Fixes = append(out.Fixes, j)
	}
	return out
}

// round keeps two decimals: a confidence is no more exact than that.
func round(p float64) float64 { return float64(int(p*100+0.5)) / 100 }

func spanOf(start, end text.Position) jsonSpan {
	pos := func(p text.Position) jsonPosition {
		return jsonPosition{p.Offset, p.Line, p.Column, p.UTF16, p.Akshara}
	}
	return jsonSpan{pos(start), pos(end)}
}
