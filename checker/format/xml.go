package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"github.com/nukta/nukta/checker/text"
)

// maxDepth is the depth of nesting over which XML is refused. Word processors
// stay below a hundred.
const maxDepth = 1000

var (
	errDoctype = errors.New("it has a document type declaration, which no word processor writes")
	errDeep    = fmt.Errorf("it is nested more than %d deep", maxDepth)
	errCut     = errors.New("it ends in the middle of an element")
	errCrossed = errors.New("its elements cross")
)

// element is one element of a part that is open.
type element struct {
	// name is the local name behind the short name of its namespace: w:p.
	name string
	// tag is the start tag, in bytes of the part.
	tag   text.Span
	attrs []xml.Attr
	// preserve says that xml:space is "preserve" here.
	preserve bool
	// hidden and taken are for handlers: the element's text is hidden; one of
	// its alternatives was read.
	hidden, taken bool

	prefix string // as written
	bound  int    // how many namespaces it binds
}

// xmlHandler is told what a part consists of.
type xmlHandler interface {
	// start is called for an element, which is the innermost of s.open. It
	// returns false to pass over all that is in the element; end is not called
	// then.
	start(s *xmlScanner, e *element) bool
	// end is called behind an element, which is still the innermost; at is the
	// offset behind its end tag.
	end(s *xmlScanner, e *element, at int)
	// chars is called for characters in the innermost element.
	chars(s *xmlScanner, c chars)
}

// chars is character data: what it reads as, and the bytes that it stands in.
type chars struct {
	read  []byte
	raw   text.Span // of the part, without the brackets of a CDATA section
	cdata bool
}

// xmlScanner reads a part. Names are resolved: a namespace has the same short
// name whatever prefix a document binds to it.
type xmlScanner struct {
	data   []byte
	dec    *xml.Decoder
	short  map[string]string // short names of namespaces
	open   []element
	spaces map[string][]string // the namespaces bound to each prefix, the innermost last
	bound  []string            // prefixes in the order in which they were bound
	names  map[xml.Name]string // resolved names, to make each string once
	err    error               // set by a handler that wants no more
}

// scanXML reads a part from its first byte to its last. Names in a namespace
// without a short name have "?" for one. The error says what is wrong with the
// part.
func scanXML(data []byte, short map[string]string, h xmlHandler) error {
	s := &xmlScanner{data: data, short: short, spaces: map[string][]string{}, names: map[xml.Name]string{}}
	s.dec = xml.NewDecoder(bytes.NewReader(data))
	for skip := 0; s.err == nil; { // skip is the depth of the element that is passed over
		at := int(s.dec.InputOffset())
		token, err := s.dec.RawToken()
		if errors.Is(err, io.EOF) {
			if len(s.open) > 0 {
				return errCut
			}
			return nil
		}
		if err != nil {
			return err
		}
		end := int(s.dec.InputOffset())
		switch token := token.(type) {
		case xml.Directive:
			return errDoctype
		case xml.StartElement:
			if err := s.push(token, text.Span{Start: at, End: end}); err != nil {
				return err
			}
			if skip == 0 && !h.start(s, &s.open[len(s.open)-1]) {
				skip = len(s.open)
			}
		case xml.EndElement:
			e := s.innermost()
			if e == nil || e.prefix != token.Name.Space || local(e.name) != token.Name.Local {
				return errCrossed
			}
			switch {
			case skip == 0:
				h.end(s, e, end)
			case skip == len(s.open):
				skip = 0
			}
			s.pop()
		case xml.CharData:
			if skip == 0 && len(s.open) > 0 {
				h.chars(s, s.charsOf(token, at, end))
			}
		}
	}
	return s.err
}

func (s *xmlScanner) charsOf(token xml.CharData, at, end int) chars {
	const before, behind = "<![CDATA[", "]]>"
	c := chars{read: token, raw: text.Span{Start: at, End: end}}
	if bytes.HasPrefix(s.data[at:end], []byte(before)) {
		c.cdata, c.raw.Start, c.raw.End = true, at+len(before), end-len(behind)
	}
	return c
}

func (s *xmlScanner) push(token xml.StartElement, tag text.Span) error {
	if len(s.open) == maxDepth {
		return errDeep
	}
	e := element{tag: tag, attrs: token.Attr, prefix: token.Name.Space}
	if outer := s.innermost(); outer != nil {
		e.preserve = outer.preserve
	}
	for _, a := range token.Attr {
		switch {
		case a.Name.Space == "xmlns":
			s.bind(&e, a.Name.Local, a.Value)
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			s.bind(&e, "", a.Value)
		case a.Name.Space == "xml" && a.Name.Local == "space":
			e.preserve = a.Value == "preserve"
		}
	}
	e.name = s.resolve(token.Name)
	s.open = append(s.open, e)
	return nil
}

func (s *xmlScanner) bind(e *element, prefix, space string) {
	s.spaces[prefix] = append(s.spaces[prefix], space)
	s.bound = append(s.bound, prefix)
	e.bound++
}

func (s *xmlScanner) pop() {
	last := len(s.open) - 1
	for range s.open[last].bound {
		prefix := s.bound[len(s.bound)-1]
		s.bound = s.bound[:len(s.bound)-1]
		s.spaces[prefix] = s.spaces[prefix][:len(s.spaces[prefix])-1]
	}
	s.open = s.open[:last]
}

// resolve returns a name with the short name of its namespace in front. A
// prefix that is not bound stands for itself.
func (s *xmlScanner) resolve(name xml.Name) string {
	if bound := s.spaces[name.Space]; len(bound) > 0 {
		short, ok := s.short[bound[len(bound)-1]]
		if !ok {
			short = "?"
		}
		name.Space = short
	}
	out, ok := s.names[name]
	if !ok {
		out = name.Space + ":" + name.Local
		s.names[name] = out
	}
	return out
}

// local returns a resolved name without its namespace.
func local(name string) string {
	for i := range len(name) {
		if name[i] == ':' {
			return name[i+1:]
		}
	}
	return name
}

// innermost returns the innermost element that is open, or nil.
func (s *xmlScanner) innermost() *element { return s.outer(0) }

// outer returns the element that is open n levels above the innermost, or nil.
func (s *xmlScanner) outer(n int) *element {
	if n >= len(s.open) {
		return nil
	}
	return &s.open[len(s.open)-1-n]
}

// in reports whether the elements above the innermost have these names, from
// the inside out.
func (s *xmlScanner) in(names ...string) bool {
	for i, name := range names {
		if e := s.outer(i + 1); e == nil || e.name != name {
			return false
		}
	}
	return true
}

// attr returns the value of the innermost element's attribute of a resolved
// name, or "".
func (s *xmlScanner) attr(name string) string {
	e := s.innermost()
	for _, a := range e.attrs {
		if a.Name.Local != local(name) {
			continue
		}
		if a.Name.Space == "" && name == local(name) || a.Name.Space != "" && s.resolve(a.Name) == name {
			return a.Value
		}
	}
	return ""
}
