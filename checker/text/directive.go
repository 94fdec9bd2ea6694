package text

import "strings"

// Action is what a suppression comment asks for.
type Action uint8

const (
	// Off silences rules from the comment on.
	Off Action = iota
	// On ends an Off.
	On
	// Ignore silences rules in what follows in the comment's own line, or else in
	// the next line with text.
	Ignore
)

// Directive is one comment `<!-- nukta:off RULE… -->`, `<!-- nukta:on -->` or
// `<!-- nukta:ignore RULE… -->`. No rule named means all rules. In a format
// whose comments look otherwise it is a comment that holds just
// `nukta:off RULE…`.
type Directive struct {
	Span   Span // of Document.Source
	Action Action
	Rules  []string
}

const (
	directiveOpen = "<!-- " + directiveMark
	directiveMark = "nukta:"
)

// findDirectives returns the suppression comments of a source. A comment with
// another word behind the colon is none.
func findDirectives(source string) []Directive {
	var out []Directive
	lineEnd := 0
	for at := 0; ; {
		i := strings.Index(source[at:], directiveOpen)
		if i < 0 {
			return out
		}
		start := at + i
		at = start + len(directiveOpen)
		if lineEnd < at {
			lineEnd = endOfLine(source, at)
		}
		body, _, closed := strings.Cut(source[at:lineEnd], "-->")
		if !closed { // and so is no other in the line
			at = lineEnd
			continue
		}
		at += len(body) + len("-->")
		if d, ok := directive(body); ok {
			d.Span = Span{start, at}
			out = append(out, d)
		}
	}
}

func endOfLine(source string, at int) int {
	if n := strings.IndexAny(source[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(source)
}

// directivesOf returns the suppression comments in a comment: those with the
// marks of HTML, or the one that is all of it.
func directivesOf(source string, comment Span) []Directive {
	s := source[comment.Start:comment.End]
	if body, ok := strings.CutPrefix(s, directiveMark); ok && !strings.ContainsAny(body, "\r\n") {
		if d, ok := directive(body); ok {
			d.Span = comment
			return []Directive{d}
		}
		return nil
	}
	out := findDirectives(s)
	for i := range out {
		out[i].Span.Start += comment.Start
		out[i].Span.End += comment.Start
	}
	return out
}

// directive returns the directive of the words behind the mark, without its span.
func directive(body string) (Directive, bool) {
	words := strings.Fields(body)
	if len(words) == 0 {
		return Directive{}, false
	}
	d := Directive{Rules: words[1:]}
	switch words[0] {
	case "off":
		d.Action = Off
	case "on":
		d.Action = On
	case "ignore":
		d.Action = Ignore
	default:
		return Directive{}, false
	}
	return d, true
}
