package report

import (
	"io"

	"github.com/nukta/nukta/checker"
)

// JSONL writes each finding as one line of JSON, in the shape that findings
// have in JSON, and nothing else.
func JSONL(w io.Writer, _ Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	for _, f := range findings {
		out.compact(jsonOf(f))
		out.raw("\n")
	}
	return out.close()
}
