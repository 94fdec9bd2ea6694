package report

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
)

// valeAlert is an alert of `vale --output=JSON`, whose fields are all always
// there.
type valeAlert struct {
	Action      valeAction
	Span        [2]int // the first and the last code point in the line, from 1
	Check       string
	Description string
	Link        string
	Message     string
	Severity    string
	Match       string
	Line        int
}

type valeAction struct {
	Name   string
	Params []string
}

var valeSeverities = map[checker.Severity]string{checker.Error: "error", checker.Warning: "warning", checker.Info: "suggestion"}

// Vale writes what `vale --output=JSON` does, an object of alerts by file, for
// editor plug-ins that read it.
func Vale(w io.Writer, _ Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	before := "{\n"
	for doc, found := range byDoc(findings) {
		out.raw(before)
		out.compact(doc)
		out.raw(": ")
		out.lines(len(found), func(i int) any { return valeOf(found[i]) })
		before = ",\n"
	}
	if len(findings) == 0 {
		out.raw(before)
	}
	out.raw("\n}\n")
	return out.close()
}

func valeOf(f checker.Finding) valeAlert {
	// An alert has one line: a finding of several ends with its first.
	first := f.Text
	if i := strings.IndexAny(first, "\r\n"); i >= 0 {
		first = first[:i]
	}
	last := f.Start.Column + max(utf8.RuneCountInString(first), 1) - 1
	return valeAlert{
		Action: valeActionOf(f), Span: [2]int{f.Start.Column, last}, Check: "nukta." + f.Rule, Message: f.Message,
		Severity: valeSeverities[f.Severity], Match: f.Text, Line: f.Start.Line,
	}
}

// valeActionOf returns the fixes that replace or remove the whole match: an
// action knows no other place.
func valeActionOf(f checker.Finding) valeAction {
	action := valeAction{Params: []string{}}
	for _, fix := range f.Fixes {
		if len(fix.Edits) != 1 || fix.Edits[0].Span != f.Span || f.Span.Len() == 0 {
			continue
		}
		if fix.Edits[0].Text == "" {
			if action.Name == "" {
				action.Name = "remove"
			}
			break
		}
		action.Name = "replace"
		action.Params = append(action.Params, fix.Edits[0].Text)
	}
	return action
}
