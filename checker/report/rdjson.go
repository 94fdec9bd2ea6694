package report

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// The types of reviewdog's diagnostic format.
type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      *rdSource      `json:"source,omitempty"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

var rdTool = rdSource{"nukta", home}

// RDJSON writes a DiagnosticResult of reviewdog's diagnostic format. Columns
// count bytes, from 1.
func RDJSON(w io.Writer, run Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	out.raw(`{"source":`)
	out.compact(rdTool)
	out.raw(`,"diagnostics":`)
	out.lines(len(findings), func(i int) any { return rdOf(run, findings[i]) })
	out.raw("}\n")
	return out.close()
}

// RDJSONL writes each finding as a Diagnostic of reviewdog's diagnostic format,
// one a line.
func RDJSONL(w io.Writer, run Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	for _, f := range findings {
		d := rdOf(run, f)
		d.Source = &rdTool
		out.compact(d)
		out.raw("\n")
	}
	return out.close()
}

func rdOf(run Run, f checker.Finding) rdDiagnostic {
	out := rdDiagnostic{
		Message: f.Message, Severity: strings.ToUpper(f.Severity.String()), Code: rdCode{f.Rule},
		Location: rdLocation{run.path(f.Doc), rdRangeOf(f.Start, f.End)},
	}
	for _, fix := range appliable(f) {
		if s, ok := rdSuggestionOf(f, fix); ok {
			out.Suggestions = append(out.Suggestions, s)
		}
	}
	return out
}

// rdSuggestionOf returns a fix as one replacement, for which the format has
// room. Edits that lie apart become one of the whole finding; where one of them
// lies outside of it, there is no suggestion.
func rdSuggestionOf(f checker.Finding, fix checker.Fix) (rdSuggestion, bool) {
	if len(fix.Edits) == 1 {
		e := fix.Edits[0]
		return rdSuggestion{rdRangeOf(e.Start, e.End), e.Text}, true
	}
	var out strings.Builder
	at := f.Span.Start
	edits := slices.SortedFunc(slices.Values(fix.Edits), func(a, b checker.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	for _, e := range edits {
		if e.Span.Start < at || e.Span.End > f.Span.End {
			return rdSuggestion{}, false
		}
		out.WriteString(f.Text[at-f.Span.Start : e.Span.Start-f.Span.Start])
		out.WriteString(e.Text)
		at = e.Span.End
	}
	out.WriteString(f.Text[at-f.Span.Start:])
	return rdSuggestion{rdRangeOf(f.Start, f.End), out.String()}, true
}

func rdRangeOf(start, end text.Position) rdRange {
	return rdRange{rdPosition{start.Line, start.Byte + 1}, rdPosition{end.Line, end.Byte + 1}}
}
