package format

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// odtSpaces are the short names of the namespaces in OpenDocument texts.
var odtSpaces = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                    "draw",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0":             "svg",
	"urn:oasis:names:tc:opendocument:xmlns:form:1.0":                       "form",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          "fo",
	"urn:oasis:names:tc:opendocument:xmlns:smil-compatible:1.0":            "smil",
	"urn:oasis:names:tc:opendocument:xmlns:animation:1.0":                  "anim",
	"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0":               "presentation",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}

// odtSkipped are the elements whose text is no prose: remarks, what was deleted,
// numbers of notes, indexes, which repeat the text, and descriptions.
var odtSkipped = map[string]bool{
	"office:annotation": true, "office:forms": true, "office:event-listeners": true, "office:scripts": true,
	"text:tracked-changes": true, "text:note-citation": true, "text:ruby-text": true, "text:script": true,
	"text:table-of-content": true, "text:illustration-index": true, "text:table-index": true, "text:object-index": true,
	"text:user-index": true, "text:alphabetical-index": true, "text:bibliography": true,
	"draw:object": true, "draw:image": true, "svg:title": true, "svg:desc": true,
	"text:hidden-text": true, "text:number": true,
}

// odtMarks are the elements that stand for something in a line.
var odtMarks = map[string]string{"text:tab": tab, "text:line-break": lineBreak}

// mostSpaces is how many spaces an element may stand for; more read as so many.
const mostSpaces = 10

// odt extracts the text of an OpenDocument text.
func odt(a *archive) (*extraction, error) {
	const manifest, contents, styles = "META-INF/manifest.xml", "content.xml", "styles.xml"
	if a.has(manifest) {
		data, err := a.part(manifest)
		if err != nil {
			return nil, err
		}
		if bytes.Contains(data, []byte(":encryption-data")) {
			return nil, ErrProtected
		}
	}
	sheet := styleSheet{}
	x := &extraction{collapses: true}
	// The styles come first, and the text of headers and footers, which is in
	// the same part, last.
	var stylesData []byte
	if a.has(styles) {
		var err error
		if stylesData, err = a.part(styles); err != nil {
			return nil, err
		}
		if err := scanXML(stylesData, odtSpaces, &odtReader{styles: sheet, onlyStyles: true}); err != nil {
			return nil, partError(styles, err)
		}
	}
	data, err := a.part(contents)
	if err != nil {
		return nil, err
	}
	err = x.scanODT(contents, data, sheet)
	if err == nil && a.has(styles) {
		err = x.scanODT(styles, stylesData, sheet)
	}
	return x, err
}

func (x *extraction) scanODT(name string, data []byte, sheet styleSheet) error {
	return x.scan(name, data, odtSpaces, func(part int) xmlHandler { return &odtReader{x: x, part: part, styles: sheet} })
}

// odtReader reads a part.
type odtReader struct {
	x          *extraction
	part       int
	styles     styleSheet
	style      string // that is open
	onlyStyles bool

	open  []*paragraph // the one that is read is the last: notes and boxes stand in paragraphs
	items int          // how many list items and table cells are open
}

func (r *odtReader) start(s *xmlScanner, e *element) bool {
	switch e.name {
	case "style:style":
		r.style = s.attr("style:name")
		r.styles[r.style] = style{name: r.style, parent: s.attr("style:parent-style-name")}
	case "style:text-properties":
		if st, ok := r.styles[r.style]; ok && s.in("style:style") {
			st.hidden = s.attr("text:display") == "none"
			r.styles[r.style] = st
		}
	}
	if r.onlyStyles {
		return true
	}
	if odtSkipped[e.name] {
		return false
	}
	switch e.name {
	case "text:p", "text:h":
		r.begin(s, e)
	case "text:list-item", "text:list-header", "table:table-cell":
		r.items++
	case "text:section", "text:hidden-paragraph":
		return s.attr("text:display") != "none" && s.attr("text:is-hidden") != "true"
	case "text:span":
		return !r.styles.hidden(s.attr("text:style-name"))
	default:
		r.mark(s, e)
	}
	return true
}

// begin begins a paragraph.
func (r *odtReader) begin(s *xmlScanner, e *element) {
	kind := text.Paragraph
	if r.items > 0 {
		kind = text.Item
	}
	kind = r.styles.kind(s.attr("text:style-name"), kind)
	if e.name == "text:h" {
		kind = text.Heading
	}
	r.open = append(r.open, r.x.begin(kind))
	space := "<s/>"
	if e.prefix != "" {
		space = "<" + e.prefix + ":s/>"
	}
	r.x.parts[r.part].space = space
}

// mark adds what an element stands for: a tab, a line break, or a picture or
// formula that stands in the line as a letter does.
func (r *odtReader) mark(s *xmlScanner, e *element) {
	p := r.paragraph()
	if p == nil {
		return
	}
	if mark, ok := odtMarks[e.name]; ok {
		r.x.mark(p, mark, e.tag, r.part)
	}
	if e.name == "draw:frame" && s.attr("text:anchor-type") == "as-char" {
		r.x.mark(p, placeholder, e.tag, r.part)
	}
}

func (r *odtReader) paragraph() *paragraph {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1]
}

func (r *odtReader) chars(s *xmlScanner, c chars) {
	if p := r.paragraph(); p != nil && odtHolds(s) {
		r.x.chars(p, c, stand{r.part, -1})
	}
}

// odtHolds reports whether the innermost element may hold letters: what stands
// between the paragraphs of a note or a table is no text.
func odtHolds(s *xmlScanner) bool {
	name := s.innermost().name
	return strings.HasPrefix(name, "text:") && !odtEmpty[name]
}

// odtEmpty are the elements of texts that hold no letters of their own.
var odtEmpty = map[string]bool{
	"text:note": true, "text:note-body": true, "text:list": true, "text:list-item": true, "text:list-header": true,
	"text:section": true, "text:ruby": true, "text:s": true, "text:tab": true, "text:line-break": true,
}

func (r *odtReader) end(s *xmlScanner, e *element, at int) {
	if e.name == "style:style" {
		r.style = ""
	}
	if r.onlyStyles {
		return
	}
	switch e.name {
	case "text:p", "text:h":
		r.open = r.open[:len(r.open)-1]
		if p := r.paragraph(); p != nil {
			p.swallows = false
		}
	case "text:list-item", "text:list-header", "table:table-cell":
		r.items--
	case "text:s":
		r.spaces(s, e, at)
	}
}

// spaces adds the spaces that an element stands for.
func (r *odtReader) spaces(s *xmlScanner, e *element, at int) {
	p := r.paragraph()
	if p == nil {
		return
	}
	n := 1
	if count, err := strconv.Atoi(s.attr("text:c")); err == nil {
		n = max(0, min(count, mostSpaces))
	}
	if n > 0 {
		r.x.spaces(p, n, text.Span{Start: e.tag.Start, End: at}, r.part)
	}
}
