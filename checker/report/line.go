package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/nukta/nukta/checker"
)

// Line writes one line a finding, `path:line:col: severity: message [rule]`,
// the form that editors and other tools read compilers' messages in.
func Line(w io.Writer, _ Run, findings []checker.Finding) error {
	out := bufio.NewWriter(w)
	for _, f := range findings {
		_, err := fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n",
			inert(Printable(f.Doc)), f.Start.Line, f.Start.Column, f.Severity, Printable(f.Message), f.Rule)
		if err != nil {
			return err
		}
	}
	return out.Flush()
}
