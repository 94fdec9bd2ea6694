package text

import "strings"

// Action is what a suppression comment asks for.
type Action uint8

const (
	// Off silences rules from the comment on.
	Off Action = iota
	// On ends an Off.
	On
	// Ignore silences rules in the line behind the comment's own.
	Ignore
)

// Directive is one comment `<!-- nukta:off RULE… -->`, `<!-- nukta:on -->` or
// `<!-- nukta:ignore RULE… -->`. No rule named means all rules.
type Directive struct {
	Span   Span // of Document.Source
	Action Action
	Rules  []string
}

const directiveOpen = "<!-- nukta:"

// findDirectives returns the suppression comments of a source. A comment with
// another word behind the colon is none.
func findDirectives(source string) []Directive {
	var out []Directive
	for at := 0; ; {
		i := strings.Index(source[at:], directiveOpen)
		if i < 0 {
			return out
		}
		start := at + i
		at = start + len(directiveOpen)
		line := source[at:]
		if n := strings.IndexAny(line, "\r\n"); n >= 0 {
			line = line[:n]
		}
		body, _, closed := strings.Cut(line, "-->")
		if !closed {
			continue
		}
		words := strings.Fields(body)
		if len(words) == 0 {
			continue
		}
		d := Directive{Span: Span{start, at + len(body) + len("-->")}, Rules: words[1:]}
		switch words[0] {
		case "off":
			d.Action = Off
		case "on":
			d.Action = On
		case "ignore":
			d.Action = Ignore
		default:
			continue
		}
		at = d.Span.End
		out = append(out, d)
	}
}
