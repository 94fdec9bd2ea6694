package format

import (
	"bytes"
	"mime"
	"path"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker/text"
)

// docxSpaces are the short names of the namespaces in Word's documents: those
// of ECMA-376 as Word writes them, and of its strict form.
var docxSpaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
}

// docxStyles is the type of the part that holds the styles.
const docxStyles = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"

// docxTexts are the types of the parts that hold text, in the order in which
// they are read. The first row is the document itself.
var docxTexts = [][]string{
	{
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
		"application/vnd.ms-word.document.macroenabled.main+xml",
		"application/vnd.ms-word.template.macroenabledtemplate.main+xml",
	},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"},
}

// docxSkipped are the elements whose text is no prose: what was deleted or moved
// away, earlier properties, and the reading above a ruby word.
var docxSkipped = map[string]bool{
	"w:del": true, "w:moveFrom": true, "w:rPrChange": true, "w:pPrChange": true, "w:rt": true,
}

// docxMarks are the elements that stand for something in a line.
var docxMarks = map[string]string{
	"w:tab": tab, "w:ptab": tab, "w:br": lineBreak, "w:cr": lineBreak,
	"w:noBreakHyphen": noBreakHyphen, "w:sym": placeholder, "wp:inline": placeholder, "m:oMath": placeholder,
}

// docxGenerated are the fields whose result repeats text of the document.
var docxGenerated = map[string]bool{"TOC": true, "INDEX": true, "TOA": true}

// docx extracts the text of a Word document.
func docx(a *archive) (*extraction, error) {
	types, err := docxTypes(a)
	if err != nil {
		return nil, err
	}
	sheet := styleSheet{}
	for _, name := range types[docxStyles] {
		data, err := a.part(name)
		if err != nil {
			return nil, err
		}
		if err := scanXML(data, docxSpaces, &docxStyleReader{sheet: sheet}); err != nil {
			return nil, partError(name, err)
		}
	}
	x := &extraction{}
	for i, row := range docxTexts {
		var names []string
		for _, t := range row {
			names = append(names, types[t]...)
		}
		if i == 0 && len(names) == 0 {
			return nil, ErrNoDocument
		}
		for _, name := range names {
			data, err := a.part(name)
			if err != nil {
				return nil, err
			}
			err = x.scan(name, data, docxSpaces, func(part int) xmlHandler { return &docxReader{x: x, part: part, styles: sheet} })
			if err != nil {
				return nil, err
			}
		}
	}
	return x, nil
}

// docxTypes returns the names of the parts of each type that is read, in the
// order of the archive.
func docxTypes(a *archive) (map[string][]string, error) {
	const name = "[Content_Types].xml"
	data, err := a.part(name)
	if err != nil {
		return nil, err
	}
	r := &docxTypeReader{parts: map[string]string{}, extensions: map[string]string{}}
	if err := scanXML(data, docxSpaces, r); err != nil {
		return nil, partError(name, err)
	}
	types := map[string][]string{}
	for _, f := range a.zip.File {
		key := strings.ToLower(f.Name)
		t, ok := r.parts[key]
		if !ok {
			t = r.extensions[strings.TrimPrefix(path.Ext(key), ".")]
		}
		if t == docxStyles || slices.ContainsFunc(docxTexts, func(row []string) bool { return slices.Contains(row, t) }) {
			types[t] = append(types[t], f.Name)
		}
	}
	return types, nil
}

// docxTypeReader reads the types of parts, by name and by extension.
type docxTypeReader struct{ parts, extensions map[string]string }

func (r *docxTypeReader) start(s *xmlScanner, e *element) bool {
	t, _, err := mime.ParseMediaType(s.attr("ContentType"))
	if err != nil {
		return true
	}
	switch e.name {
	case "ct:Override":
		r.parts[strings.ToLower(strings.TrimPrefix(s.attr("PartName"), "/"))] = t
	case "ct:Default":
		r.extensions[strings.ToLower(s.attr("Extension"))] = t
	}
	return true
}

func (*docxTypeReader) end(*xmlScanner, *element, int) {}
func (*docxTypeReader) chars(*xmlScanner, chars)       {}

// docxStyleReader reads the styles.
type docxStyleReader struct {
	sheet styleSheet
	id    string // of the style that is open
}

func (r *docxStyleReader) start(s *xmlScanner, e *element) bool {
	st := r.sheet[r.id]
	switch {
	case e.name == "w:style":
		r.id = s.attr("w:styleId")
		st = style{}
	case r.id == "":
		return true
	case e.name == "w:name" && s.in("w:style"):
		st.name = s.attr("w:val")
	case e.name == "w:basedOn" && s.in("w:style"):
		st.parent = s.attr("w:val")
	case e.name == "w:outlineLvl" && s.in("w:pPr", "w:style"):
		st.heading = s.attr("w:val") != bodyLevel
	case e.name == "w:numPr" && s.in("w:pPr", "w:style"):
		st.list = true
	case e.name == "w:vanish" && s.in("w:rPr", "w:style"):
		st.hidden = on(s.attr("w:val"))
	}
	r.sheet[r.id] = st
	return true
}

func (r *docxStyleReader) end(_ *xmlScanner, e *element, _ int) {
	if e.name == "w:style" {
		r.id = ""
	}
}

func (*docxStyleReader) chars(*xmlScanner, chars) {}

// bodyLevel is the outline level of what is no heading.
const bodyLevel = "9"

// on reports whether a switch is on: one without a value is.
func on(value string) bool { return value != "0" && value != "false" && value != "off" }

// docxReader reads a part with text.
type docxReader struct {
	x      *extraction
	part   int
	styles styleSheet
	open   []*paragraph // the one that is read is the last: text boxes stand in paragraphs
	fields []docxField  // open ones
	mute   int          // how many of them are
	cells  int          // how many table cells are open
	from   int          // where the text of the element that is read begins in the paragraph
}

// docxField is a field that is open.
type docxField struct {
	instruction []byte // up to where its result begins
	mute        bool   // what is read is its instruction, or repeats other text
}

func (r *docxReader) start(s *xmlScanner, e *element) bool {
	if outer := s.outer(1); docxSkipped[e.name] || outer != nil && outer.name == "w:t" {
		return false
	}
	switch e.name {
	case "mc:Choice", "mc:Fallback":
		return alternative(s)
	case "w:p":
		kind := text.Paragraph
		if r.cells > 0 {
			kind = text.Item
		}
		r.open = append(r.open, r.x.begin(kind))
	case "w:tc":
		r.cells++
	case "w:t":
		r.hold(e)
	case "w:fldChar":
		r.field(s.attr("w:fldCharType"))
	default:
		r.property(s, e)
		return r.mark(s, e)
	}
	return true
}

// alternative reports whether an alternative is read: the first is, and the
// others say the same.
func alternative(s *xmlScanner) bool {
	outer := s.outer(1)
	if outer == nil {
		return true
	}
	taken := outer.taken
	outer.taken = true
	return !taken
}

// property reads a property of a paragraph or of a run.
func (r *docxReader) property(s *xmlScanner, e *element) {
	p := r.paragraph()
	switch {
	case p == nil:
	case e.name == "w:pStyle" && s.in("w:pPr", "w:p"):
		p.kind = r.styles.kind(s.attr("w:val"), p.kind)
	case e.name == "w:outlineLvl" && s.in("w:pPr", "w:p") && s.attr("w:val") != bodyLevel:
		p.kind = text.Heading
	case e.name == "w:numId" && s.in("w:numPr", "w:pPr", "w:p") && s.attr("w:val") != "0" && p.kind == text.Paragraph:
		p.kind = text.Item
	case e.name == "w:vanish" && s.in("w:rPr", "w:r"):
		s.outer(2).hidden = on(s.attr("w:val"))
	case e.name == "w:rStyle" && s.in("w:rPr", "w:r"):
		s.outer(2).hidden = r.styles.hidden(s.attr("w:val"))
	}
}

// mark adds what an element stands for. It returns false for a formula, whose
// letters are no prose.
func (r *docxReader) mark(s *xmlScanner, e *element) bool {
	mark, ok := docxMarks[e.name]
	if !ok || strings.HasPrefix(e.name, "w:") && !s.in("w:r") { // tab stops are tabs, too
		return true
	}
	if p := r.paragraph(); p != nil && r.visible(s) {
		r.x.mark(p, mark, e.tag, r.part)
	}
	return e.name != "m:oMath"
}

// hold begins the text of a run.
func (r *docxReader) hold(e *element) {
	p := r.paragraph()
	if p == nil {
		return
	}
	r.from = len(p.text)
	p.swallows = !e.preserve
	if e.preserve {
		return
	}
	tag := e.tag.Start + len("<") + len(e.prefix) + len(local(e.name))
	if e.prefix != "" {
		tag += len(":")
	}
	holders := &r.x.parts[r.part].holders
	*holders = append(*holders, holder{attr: tag, content: text.Span{Start: e.tag.End, End: e.tag.End}})
}

// paragraph returns the innermost paragraph, or nil.
func (r *docxReader) paragraph() *paragraph {
	if len(r.open) == 0 {
		return nil
	}
	return r.open[len(r.open)-1]
}

// visible reports whether what is read is shown: it is in no hidden run, in no
// instruction of a field and in no result that repeats other text.
func (r *docxReader) visible(s *xmlScanner) bool {
	run := s.outer(1)
	return r.mute == 0 && (run == nil || !run.hidden)
}

func (r *docxReader) field(step string) {
	last := len(r.fields) - 1
	switch {
	case step == "begin":
		r.fields = append(r.fields, docxField{mute: true})
		r.mute++
	case last < 0:
	case step == "separate":
		f := &r.fields[last]
		words := strings.Fields(string(f.instruction))
		if f.mute && (len(words) == 0 || !docxGenerated[strings.ToUpper(words[0])]) {
			f.mute = false
			r.mute--
		}
		f.instruction = nil
	case step == "end":
		if r.fields[last].mute {
			r.mute--
		}
		r.fields = r.fields[:last]
	}
}

func (r *docxReader) chars(s *xmlScanner, c chars) {
	e, p := s.innermost(), r.paragraph()
	switch {
	case e.name == "w:instrText" && len(r.fields) > 0:
		f := &r.fields[len(r.fields)-1]
		f.instruction = append(f.instruction, c.read...)
	case e.name == "w:t" && p != nil && r.visible(s):
		at := stand{part: r.part, holder: -1}
		if !e.preserve {
			at.holder = len(r.x.parts[r.part].holders) - 1
		}
		r.x.chars(p, c, at)
	}
}

func (r *docxReader) end(s *xmlScanner, e *element, at int) {
	switch e.name {
	case "w:p":
		if len(r.open) > 0 {
			r.open = r.open[:len(r.open)-1]
		}
	case "w:tc":
		r.cells--
	case "w:t":
		p := r.paragraph()
		if p == nil || e.preserve {
			return
		}
		p.trim(r.from)
		holders := r.x.parts[r.part].holders
		holders[len(holders)-1].content.End = max(e.tag.End, bytes.LastIndexByte(s.data[:at], '<'))
	}
}
