package format

import (
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// style is what a style says of the text in it.
type style struct {
	name, parent  string
	heading, list bool
	hidden        bool
}

// styleSheet holds styles by what paragraphs and runs name them by.
type styleSheet map[string]style

// styleKinds are the kinds of paragraphs by the beginning of the names that
// Word and LibreOffice give to their own styles, whatever language they speak.
var styleKinds = []struct {
	prefix string
	kind   text.BlockKind
}{
	{"heading", text.Heading},
	{"headline", text.Heading},
	{"title", text.Heading},
	{"subtitle", text.Heading},
	{"quot", text.Quotation},
	{"intense quote", text.Quotation},
	{"block text", text.Quotation},
	{"list", text.Item},
}

// mostParents bounds how far a style's parents are followed; a circle of them
// ends, too.
const mostParents = 20

// kind returns the kind of paragraphs of a style; otherwise is theirs of whom
// the style says nothing.
func (s styleSheet) kind(id string, otherwise text.BlockKind) text.BlockKind {
	for range mostParents {
		st, ok := s[id]
		if !ok {
			st.name = id
		}
		name := strings.ToLower(strings.ReplaceAll(st.name, "_20_", " "))
		for _, k := range styleKinds {
			if strings.HasPrefix(name, k.prefix) {
				return k.kind
			}
		}
		switch {
		case st.heading:
			return text.Heading
		case st.list:
			return text.Item
		case st.parent == "":
			return otherwise
		}
		id = st.parent
	}
	return otherwise
}

// hidden reports whether text of a style is hidden.
func (s styleSheet) hidden(id string) bool {
	for range mostParents {
		st := s[id]
		if st.hidden || st.parent == "" {
			return st.hidden
		}
		id = st.parent
	}
	return false
}
