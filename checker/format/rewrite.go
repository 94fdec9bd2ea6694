package format

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

// The errors that Rewrite may return beside those of reading a file.
var (
	ErrLossy  = errors.New("file holds bytes that its encoding does not know; it was left untouched")
	ErrSigned = errors.New("document is signed, and a change would break the signature; it was left untouched")

	errEdits   = errors.New("the edits do not fit the text; the file was left untouched")
	errLine    = errors.New("an edit holds a line end or a control character; the file was left untouched")
	errMarkup  = errors.New("an edit would change more than letters; the file was left untouched")
	errNotBack = errors.New("the fixed document would not read as it should; the file was left untouched (please report this)")
)

// Rewrite returns the bytes of the file that doc was decoded from, data, with
// edits of doc's source. Nothing else changes: in an archive other parts stay as
// they are packed, and in a part other bytes. Edits must not overlap; in an
// archive they must not reach over markup, as those that the engine makes never
// do.
func Rewrite(doc *text.Document, data []byte, edits []text.Edit) ([]byte, error) {
	f := formatOf(doc)
	if f.extract != nil {
		return f.rewriteArchive(data, edits)
	}
	source, enc, err := f.source(data)
	if err != nil {
		return nil, err
	}
	if back, err := text.Encode(source, enc); err != nil || !bytes.Equal(back, data) {
		return nil, ErrLossy
	}
	edits, err = sortEdits(source, edits)
	if err != nil {
		return nil, err
	}
	return text.Encode(text.Splice(source, edits), enc)
}

func (f *Format) rewriteArchive(data []byte, edits []text.Edit) ([]byte, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	for name := range a.entries {
		if strings.HasPrefix(name, "_xmlsignatures/") || name == "meta-inf/documentsignatures.xml" {
			return nil, ErrSigned
		}
	}
	x, err := f.extract(a)
	if err != nil {
		return nil, err
	}
	source := x.source()
	edits, err = sortEdits(source, edits)
	if err != nil {
		return nil, err
	}
	changed, err := x.rewrite(source, edits)
	if err != nil || len(changed) == 0 {
		return data, err
	}
	a = a.with(changed)
	if after, err := f.extract(a); err != nil || after.source() != text.Splice(source, edits) {
		return nil, errNotBack
	}
	return a.bytes()
}

// patch replaces bytes of a part.
type patch struct {
	raw  text.Span
	with string
}

// rewrite returns the parts that edits change, by name in lower case. Edits are
// in order.
func (x *extraction) rewrite(source string, edits []text.Edit) (map[string][]byte, error) {
	r := &rewriter{x: x, source: source, all: x.stretches(), patches: make([][]patch, len(x.parts)), holders: map[stand]bool{}}
	for i, e := range edits {
		if strings.ContainsFunc(e.Text, unwritable) {
			return nil, errLine
		}
		next := len(source)
		if i+1 < len(edits) {
			next = edits[i+1].Span.Start
		}
		if err := r.edit(e, next); err != nil {
			return nil, err
		}
	}
	r.keepSpaces()
	changed := map[string][]byte{}
	for i, patches := range r.patches {
		if len(patches) == 0 {
			continue
		}
		data, ok := apply(x.parts[i].data, 0, patches)
		if !ok {
			return nil, errMarkup
		}
		changed[strings.ToLower(x.parts[i].name)] = data
	}
	return changed, nil
}

// unwritable reports whether a character cannot be written as a letter is.
func unwritable(c rune) bool {
	return unicode.IsControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufffe' || c == '\uffff' || c == utf8.RuneError
}

// rewriter turns edits of a text into patches of parts.
type rewriter struct {
	x       *extraction
	source  string
	all     []stretch       // of the source
	patches [][]patch       // by part
	holders map[stand]bool  // those that were changed
	written strings.Builder // the text as far as it was rewritten
	at      int             // how far that is
}

// edit adds the patches of an edit; the next one begins at next. The letters
// that an edit brings stand where the first of those that it replaces stood.
func (r *rewriter) edit(e text.Edit, next int) error {
	r.written.WriteString(r.source[r.at:e.Span.Start])
	if r.x.collapses {
		e = r.withSpace(e, next)
	}
	i := r.first(e)
	if i < 0 {
		return errMarkup
	}
	with := r.write(e.Text, r.x.parts[r.all[i].part].space)
	at := e.Span.Start
	for ; i < len(r.all) && (at < e.Span.End || with != ""); i++ {
		s := r.all[i]
		switch {
		case s.kind == unread && !r.x.collapses:
			continue
		case s.kind == unread:
			r.bury(s)
			continue
		case s.kind == markup, s.text.Start > at:
			return errMarkup
		}
		end := min(e.Span.End, s.text.End)
		r.patch(s, text.Span{Start: at - s.text.Start, End: end - s.text.Start}, with)
		at, with = end, ""
	}
	if at < e.Span.End {
		return errMarkup
	}
	for ; r.x.collapses && i < len(r.all) && r.all[i].kind == unread && r.all[i].text.Start == e.Span.End; i++ {
		r.bury(r.all[i])
	}
	r.at = e.Span.End
	return nil
}

// bury removes spaces that were not read and now would be.
func (r *rewriter) bury(s stretch) { r.patches[s.part] = append(r.patches[s.part], patch{raw: s.raw}) }

// first returns the index of the stretch in which an edit begins, or -1. Where
// letters are only added, it is the one of the letter before, if there is one.
func (r *rewriter) first(e text.Edit) int {
	i := sort.Search(len(r.all), func(i int) bool { return r.all[i].text.End > e.Span.Start })
	if e.Span.Len() == 0 {
		before := i - 1
		for before >= 0 && r.all[before].kind == unread {
			before--
		}
		if before >= 0 && r.all[before].text.End == e.Span.Start && r.all[before].kind != markup {
			return before
		}
	}
	if i == len(r.all) || r.all[i].text.Start > e.Span.Start || r.all[i].kind == markup {
		return -1
	}
	return i
}

// withSpace returns an edit that takes in the space behind it, where that would
// no longer be read because it follows another space.
func (r *rewriter) withSpace(e text.Edit, next int) text.Edit {
	end := e.Span.End
	if end >= next || r.source[end] != ' ' || !endsInSpace(cmp.Or(e.Text, r.written.String())) {
		return e
	}
	return text.Edit{Span: text.Span{Start: e.Span.Start, End: end + 1}, Text: e.Text + " "}
}

// endsInSpace reports whether a space behind a text would not be read.
func endsInSpace(s string) bool { return s == "" || s[len(s)-1] == ' ' || s[len(s)-1] == '\n' }

// write returns a text as it is written in XML, where space stands for a space
// that would not be read.
func (r *rewriter) write(s, space string) string {
	if !r.x.collapses {
		r.written.WriteString(s)
		return escapeXML.Replace(s)
	}
	var out strings.Builder
	for i, c := range s {
		if c == ' ' && endsInSpace(r.written.String()) {
			out.WriteString(space)
		} else {
			out.WriteString(escapeXML.Replace(s[i : i+utf8.RuneLen(c)]))
		}
		r.written.WriteRune(c)
	}
	return out.String()
}

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// patch replaces a span of a stretch, in offsets of its own, by what is written
// in XML.
func (r *rewriter) patch(s stretch, cut text.Span, with string) {
	p := patch{with: with}
	switch s.kind {
	case escape:
		read := r.source[s.text.Start:s.text.End]
		before, behind := read[:cut.Start], read[cut.End:]
		p.raw, p.with = s.raw, r.again(before, s.part)+with+r.again(behind, s.part)
	case section:
		p.raw = text.Span{Start: s.raw.Start + cut.Start, End: s.raw.Start + cut.End}
		if with != "" {
			p.with = "]]>" + with + "<![CDATA["
		}
	default:
		p.raw = text.Span{Start: s.raw.Start + cut.Start, End: s.raw.Start + cut.End}
	}
	r.patches[s.part] = append(r.patches[s.part], p)
	if s.holder >= 0 {
		r.holders[stand{s.part, s.holder}] = true
	}
}

// again returns what is left of an escape as it is written in XML.
func (r *rewriter) again(s string, part int) string {
	if r.x.collapses {
		return strings.ReplaceAll(escapeXML.Replace(s), " ", r.x.parts[part].space)
	}
	return escapeXML.Replace(s)
}

// keepSpaces adds what keeps the spaces at the edges of holders, and brings the
// patches into the order of their parts.
func (r *rewriter) keepSpaces() {
	for i := range r.patches {
		slices.SortStableFunc(r.patches[i], inOrder)
	}
	trimmed := map[stand][]patch{} // spaces at the edges that are not read so far
	for _, s := range r.all {
		if at := (stand{s.part, s.holder}); s.kind == unread && r.holders[at] {
			trimmed[at] = append(trimmed[at], patch{raw: s.raw})
		}
	}
	added := make([][]patch, len(r.patches))
	for at := range r.holders {
		h := r.x.parts[at.part].holders[at.holder]
		patches := r.patches[at.part]
		from := sort.Search(len(patches), func(i int) bool { return patches[i].raw.Start >= h.content.Start })
		to := sort.Search(len(patches), func(i int) bool { return patches[i].raw.Start > h.content.End })
		inside := slices.SortedStableFunc(slices.Values(slices.Concat(patches[from:to], trimmed[at])), inOrder)
		content, _ := apply(r.x.parts[at.part].data[:h.content.End], h.content.Start, inside)
		if hasSpaceAtEdge(content) {
			added[at.part] = append(added[at.part], patch{text.Span{Start: h.attr, End: h.attr}, ` xml:space="preserve"`})
			added[at.part] = append(added[at.part], trimmed[at]...)
		}
	}
	for i := range added {
		r.patches[i] = append(r.patches[i], added[i]...)
		slices.SortStableFunc(r.patches[i], inOrder)
	}
}

// hasSpaceAtEdge reports whether what XML reads as begins or ends with a space.
func hasSpaceAtEdge(data []byte) bool {
	var read []byte
	for dec := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := dec.RawToken()
		if err != nil {
			return len(read) > 0 && (isBlank(read[0]) || isBlank(read[len(read)-1]))
		}
		if c, ok := token.(xml.CharData); ok {
			read = append(read, c...)
		}
	}
}

func inOrder(a, b patch) int {
	return cmp.Or(cmp.Compare(a.raw.Start, b.raw.Start), cmp.Compare(a.raw.End, b.raw.End))
}

// apply returns data from an offset on with patches, which are in order. It is
// not done where two of them overlap.
func apply(data []byte, from int, patches []patch) (out []byte, ok bool) {
	for _, p := range patches {
		if p.raw.Start < from {
			return nil, false
		}
		out = append(append(out, data[from:p.raw.Start]...), p.with...)
		from = p.raw.End
	}
	return append(out, data[from:]...), true
}
