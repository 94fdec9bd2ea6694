package text

import "strings"

// Edit replaces a span of a source by a text.
type Edit struct {
	Span Span
	Text string
}

// Splice returns the source with edits, which are in order and do not overlap.
func Splice(source string, edits []Edit) string {
	var out strings.Builder
	at := 0
	for _, e := range edits {
		out.WriteString(source[at:e.Span.Start])
		out.WriteString(e.Text)
		at = e.Span.End
	}
	out.WriteString(source[at:])
	return out.String()
}
