package report

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed" // the schema
	"encoding/json"
	"io"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// The JSON types follow the schema in schema.json. Within a major version
// fields are only added.
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
	Positions   string           `json:"positions,omitempty"`
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

// inExtractedText says that positions are not those of the file.
const inExtractedText = "extracted-text"

// jsonVersion is the version of the output's shape.
const jsonVersion = 1

//go:embed schema.json
var schema string

// Schema returns the JSON Schema of what JSON writes.
func Schema() string { return schema }

// JSON writes one JSON object with all findings, one a line. They are written
// one by one, so that many need no second copy in memory.
func JSON(w io.Writer, run Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	out.raw(`{"version":`)
	out.compact(jsonVersion)
	out.raw(",\n\"tool\":")
	out.compact(jsonTool{"nukta", run.Version})
	out.raw(",\n\"findings\":")
	out.lines(len(findings), func(i int) any { return jsonOf(findings[i]) })
	out.raw(",\n\"errors\":")
	out.lines(len(run.Errors), func(i int) any {
		return jsonError{run.Errors[i].Doc, run.Describe(run.Errors[i].Err)}
	})
	summary := jsonSummary{Files: run.Files, Findings: len(findings)}
	summary.Error, summary.Warning, summary.Info = count(findings)
	out.raw(",\n\"summary\":")
	out.compact(summary)
	out.raw("}\n")
	return out.close()
}

// jsonWriter writes the parts of JSON without any space; after an error it
// writes nothing more.
type jsonWriter struct {
	w   *bufio.Writer
	buf bytes.Buffer
	enc *json.Encoder // to buf
	err error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	j := &jsonWriter{w: bufio.NewWriter(w)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	return j
}

func (j *jsonWriter) raw(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

// lines writes the values of an array, one compact value a line.
func (j *jsonWriter) lines(n int, at func(int) any) {
	j.raw("[")
	for i := range n {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n")
		j.compact(at(i))
	}
	j.raw("]")
}

// close writes what is still held back.
func (j *jsonWriter) close() error {
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

// compact writes a value.
func (j *jsonWriter) compact(v any) {
	j.buf.Reset()
	if err := j.enc.Encode(v); err != nil {
		j.err = cmp.Or(j.err, err)
		return
	}
	if j.err == nil {
		_, j.err = j.w.Write(bytes.TrimRight(j.buf.Bytes(), "\n"))
	}
}

func jsonOf(f checker.Finding) jsonFinding {
	out := jsonFinding{
		Path: f.Doc, Rule: f.Rule, Category: f.Category, Severity: f.Severity, Confidence: round(f.Confidence),
		Message: f.Message, Text: f.Text, Encoding: f.Encoding, Span: spanOf(f.Start, f.End), Fingerprint: f.Fingerprint,
	}
	if f.Extracted {
		out.Positions = inExtractedText
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
