package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/nukta/nukta/checker"
)

var githubCommands = map[checker.Severity]string{checker.Error: "error", checker.Warning: "warning", checker.Info: "notice"}

// What would end a workflow command, a property or its name is encoded, as the
// runner of GitHub Actions decodes it.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes workflow commands, which GitHub Actions shows as annotations of
// the lines that they name.
func GitHub(w io.Writer, run Run, findings []checker.Finding) error {
	out := bufio.NewWriter(w)
	for _, e := range run.Errors {
		_, err := fmt.Fprintf(out, "::error file=%s::%s\n", githubPath(run, e.Doc), githubData.Replace(PrintableLines(run.Describe(e.Err))))
		if err != nil {
			return err
		}
	}
	for _, f := range findings {
		_, err := fmt.Fprintf(out, "::%s %s::%s\n", githubCommands[f.Severity], githubProperties(run, f), githubData.Replace(Printable(f.Message)))
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// githubProperties names the place. Columns are only taken within one line.
func githubProperties(run Run, f checker.Finding) string {
	place := fmt.Sprintf("file=%s,line=%d,endLine=%d", githubPath(run, f.Doc), f.Start.Line, f.End.Line)
	if f.Start.Line == f.End.Line {
		place += fmt.Sprintf(",col=%d,endColumn=%d", f.Start.Column, f.End.Column)
	}
	return place + ",title=" + githubProperty.Replace(f.Rule)
}

// githubPath is the name of a file as a property. What would steer a terminal is
// spelt out: the runner decodes nothing but what it has to.
func githubPath(run Run, name string) string {
	return githubProperty.Replace(PrintableLines(run.path(name)))
}
