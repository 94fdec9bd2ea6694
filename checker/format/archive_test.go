package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/nukta/nukta/checker/text"
)

// entry is an entry of a test's archive.
type entry struct{ name, data string }

// zipOf returns an archive of entries. The first and those that are empty are
// stored, the others deflated, as word processors do.
func zipOf(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i, e := range entries {
		header := &zip.FileHeader{Name: e.name, Modified: time.Date(2024, 1, 2, 3, 4, 6, 0, time.UTC)}
		header.SetMode(0o640)
		if i > 0 && e.data != "" {
			header.Method = zip.Deflate
		}
		f, err := w.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, e.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

const (
	docxRoot = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>`
	docxEnd = `</w:body></w:document>`

	docxContentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>` +
		`<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`

	odtRoot = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
		` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
		` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
		` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"` +
		` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">`
	odtEnd = `</office:document-content>`

	odtMimetype = "application/vnd.oasis.opendocument.text"
)

// docxOf returns a Word document with a body, and other parts.
func docxOf(t testing.TB, body string, others ...entry) []byte {
	t.Helper()
	return zipOf(t, append([]entry{
		{"[Content_Types].xml", docxContentTypes},
		{"word/document.xml", docxRoot + body + docxEnd},
	}, others...)...)
}

// odtOf returns an OpenDocument text with a content, and other parts.
func odtOf(t testing.TB, content string, others ...entry) []byte {
	t.Helper()
	return zipOf(t, append([]entry{{"mimetype", odtMimetype}, {"content.xml", odtRoot + content + odtEnd}}, others...)...)
}

// partOf returns what an entry of an archive holds.
func partOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	a, err := openArchive(data)
	if err != nil {
		t.Fatal(err)
	}
	part, err := a.part(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(part)
}

// replacing is an edit by what it replaces, which stands once in a text.
type replacing struct{ old, with string }

func editsFor(t testing.TB, source string, all []replacing) []text.Edit {
	t.Helper()
	var edits []text.Edit
	for _, r := range all {
		i := strings.Index(source, r.old)
		if i < 0 {
			t.Fatalf("%q holds no %q", source, r.old)
		}
		edits = append(edits, text.Edit{Span: text.Span{Start: i, End: i + len(r.old)}, Text: r.with})
	}
	return edits
}

// TestRewriteKeepsArchive holds that entries that are not changed stay as they
// are packed, and that order, times and modes do.
func TestRewriteKeepsArchive(t *testing.T) {
	before := odtOf(t, "<text:p>क</text:p>", entry{"Pictures/", ""}, entry{"Pictures/a.png", strings.Repeat("\x00\x01", 999)}, entry{"../a", "b"})
	d, err := Decode("a.odt", before)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Rewrite(d, before, editsFor(t, d.Source, []replacing{{"क", "ख"}}))
	if err != nil {
		t.Fatal(err)
	}
	old, now := directory(t, before), directory(t, after)
	if len(old) != len(now) || now[0].Name != "mimetype" || now[0].Method != zip.Store {
		t.Fatalf("the entries are %v", now)
	}
	for i, f := range old {
		g := now[i]
		if f.Name != g.Name || f.Method != g.Method || !f.Modified.Equal(g.Modified) || f.Mode() != g.Mode() || f.Flags != g.Flags || !bytes.Equal(f.Extra, g.Extra) {
			t.Errorf("got the entry %v, want %v", g.FileHeader, f.FileHeader)
		}
		if f.Name != "content.xml" && !bytes.Equal(packed(t, f), packed(t, g)) {
			t.Errorf("%s is packed in another way", f.Name)
		}
	}
	if got, want := partOf(t, after, "content.xml"), odtRoot+"<text:p>ख</text:p>"+odtEnd; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if same, err := Rewrite(d, before, nil); err != nil || !bytes.Equal(same, before) {
		t.Errorf("no edit changes the file (%v)", err)
	}
}

func directory(t *testing.T, data []byte) []*zip.File {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r.File
}

func packed(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.OpenRaw()
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestHostileArchives holds files that are damaged, locked or built to mislead.
func TestHostileArchives(t *testing.T) {
	docx := func(body string) []byte { return docxOf(t, body) }
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"nothing", "a.docx", nil, ErrNoDocument.Error()},
		{"text", "a.docx", []byte("क"), ErrNoDocument.Error()},
		{"another archive", "a.docx", zipOf(t, entry{"a", "b"}), "[Content_Types].xml is missing"},
		{"a workbook", "a.docx", zipOf(t, entry{"[Content_Types].xml", "<Types/>"}), ErrNoDocument.Error()},
		{"no content", "a.odt", zipOf(t, entry{"mimetype", odtMimetype}), "content.xml is missing"},
		{"cut", "a.docx", docx("<w:p/>")[:500], ErrNoDocument.Error()},
		{"old Word", "a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...W\x00o\x00r\x00d\x00"), ErrOldWord.Error()},
		{"encrypted Word", "a.docx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), ErrProtected.Error()},
		{"encrypted OpenDocument", "a.odt", odtOf(t, "", entry{"META-INF/manifest.xml", "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}), ErrProtected.Error()},
		{"encrypted entry", "a.odt", flagged(t), ErrProtected.Error()},
		{"duplicate part", "a.docx", docxOf(t, "", entry{"word/document.xml", "<a/>"}), `two parts of the name "word/document.xml"`},
		{"duplicate but for case", "a.docx", docxOf(t, "", entry{"Word/Document.XML", "<a/>"}), "two parts of the name"},
		{"many entries", "a.odt", zipOf(t, many(maxEntries+1)...), "more than 10000 parts"},
		{"wrong size", "a.odt", lying(t), ErrNoDocument.Error()},
		{"document type", "a.odt", zipOf(t, entry{"mimetype", ""}, entry{"content.xml", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`}), errDoctype.Error()},
		{"unknown entity", "a.docx", docx("<w:p>&b;</w:p>"), "invalid character entity"},
		{"deep", "a.docx", docx(strings.Repeat("<w:p>", maxDepth)), errDeep.Error()},
		{"deep and broad", "a.odt", odtOf(t, strings.Repeat("<text:p>", maxDepth)), errDeep.Error()},
		{"crossed", "a.docx", docx("<w:p><w:r></w:p></w:r>"), errCrossed.Error()},
		{"end without a start", "a.docx", docxOf(t, "</w:body></w:document></w:p>"), errCrossed.Error()},
		{"unclosed", "a.docx", zipOf(t, entry{"[Content_Types].xml", docxContentTypes}, entry{"word/document.xml", docxRoot}), errCut.Error()},
		{"not UTF-8", "a.docx", docx("<w:p><w:r><w:t>\xff</w:t></w:r></w:p>"), "invalid UTF-8"},
		{"UTF-16", "a.odt", zipOf(t, entry{"mimetype", ""}, entry{"content.xml", `<?xml version="1.0" encoding="UTF-16"?><a/>`}), "UTF-16"},
	} {
		started := time.Now()
		_, err := Decode(c.file, c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got the error %v, want %q", c.name, err, c.want)
		}
		if took := time.Since(started); took > 20*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
	}
}

// TestLimits holds that what was read before counts.
func TestLimits(t *testing.T) {
	const content = "<text:p>क</text:p>"
	for _, c := range []struct {
		name string
		data []byte
		read int
		want error
	}{
		{"large", odtOf(t, content, entry{"noise", noise(1 << 20)}), maxUnpacked, ErrUnpacked},
		{"not large", odtOf(t, content, entry{"noise", noise(1 << 20)}), maxFree, nil},
		{"high ratio", odtOf(t, content), maxFree, ErrBomb},
	} {
		a, err := openArchive(c.data)
		if err != nil {
			t.Fatal(err)
		}
		a.read = c.read - 100
		if _, err := odt(a); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
	x := &extraction{count: maxStretches}
	if err := x.scanODT("content.xml", []byte("<text:p>क</text:p><text:p/>"), nil); !errors.Is(err, errStretches) {
		t.Errorf("many paragraphs: got %v", err)
	}
}

func many(n int) []entry {
	out := make([]entry, n)
	for i := range out {
		out[i].name = strings.Repeat("a", 1+i%100) + string(rune(0x4e00+i/100))
	}
	return out
}

// noise returns bytes that do not pack.
func noise(n int) string {
	r := rand.NewChaCha8([32]byte{})
	out := make([]byte, n)
	_, _ = r.Read(out)
	return string(out)
}

// flagged returns an archive of which an entry says that it is encrypted.
func flagged(t *testing.T) []byte {
	return raw(t, func(h *zip.FileHeader) { h.Flags |= 1 })
}

// lying returns an archive of which an entry holds more than it says.
func lying(t *testing.T) []byte {
	return raw(t, func(h *zip.FileHeader) { h.UncompressedSize64 = 3 })
}

func raw(t *testing.T, change func(*zip.FileHeader)) []byte {
	t.Helper()
	const data = odtRoot + odtEnd
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	h := &zip.FileHeader{Name: "content.xml", CRC32: crc32.ChecksumIEEE([]byte(data)), CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(data))}
	change(h)
	f, err := w.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(f, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// TestLargeDocument holds that time grows as the document does.
func TestLargeDocument(t *testing.T) {
	const n = 20_000
	for _, c := range []struct {
		name, file string
		data       []byte
	}{
		{"runs", "a.docx", docxOf(t, "<w:p>"+strings.Repeat("<w:r><w:t>क</w:t></w:r>", n)+"</w:p>", entry{"noise", noise(1 << 20)})},
		{"fields", "a.docx", docxOf(t, "<w:p>"+strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>क</w:t></w:r>`, n)+"</w:p>", entry{"noise", noise(1 << 20)})},
		{"spans", "a.odt", odtOf(t, "<text:p>"+strings.Repeat("<text:span>क<text:s/></text:span>", n)+"</text:p>", entry{"noise", noise(1 << 20)})},
		{"namespaces", "a.odt", odtOf(t, "<text:p"+strings.Repeat(` xmlns:a="b"`, n)+">"+strings.Repeat("<a:b a:c='d'>क</a:b>", n)+"</text:p>", entry{"noise", noise(1 << 20)})},
	} {
		started := time.Now()
		d, err := Decode(c.file, c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var edits []text.Edit
		for i := 0; i+len("क") <= len(d.Source) && d.Source[i] != '\n'; {
			_, size := utf8.DecodeRuneInString(d.Source[i:])
			if size > 1 {
				edits = append(edits, text.Edit{Span: text.Span{Start: i, End: i + size}, Text: "ख "})
			}
			i += size
		}
		if _, err := Rewrite(d, c.data, edits); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if took := time.Since(started); took > 20*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
	}
}

func TestRewriteRefuses(t *testing.T) {
	plain := docxOf(t, "<w:p><w:r><w:t>क</w:t><w:tab/><w:t>ख</w:t></w:r></w:p>")
	for _, c := range []struct {
		name string
		data []byte
		edit text.Edit
		want error
	}{
		{"signed", docxOf(t, "<w:p><w:r><w:t>क</w:t></w:r></w:p>", entry{"_xmlsignatures/sig1.xml", ""}), text.Edit{Span: text.Span{Start: 0, End: 3}, Text: "ख"}, ErrSigned},
		{"a tab", plain, text.Edit{Span: text.Span{Start: 3, End: 4}, Text: " "}, errMarkup},
		{"over a tab", plain, text.Edit{Span: text.Span{Start: 0, End: 7}, Text: "ग"}, errMarkup},
		{"a paragraph's end", plain, text.Edit{Span: text.Span{Start: 4, End: 8}, Text: "ग"}, errMarkup},
		{"outside", plain, text.Edit{Span: text.Span{Start: 4, End: 9}, Text: "ग"}, errEdits},
		{"a line end", plain, text.Edit{Span: text.Span{Start: 0, End: 3}, Text: "ग\nघ"}, errLine},
		{"a control character", plain, text.Edit{Span: text.Span{Start: 0, End: 3}, Text: "\x01"}, errLine},
		{"no archive", []byte("क"), text.Edit{}, ErrNoDocument},
	} {
		_, err := Rewrite(&text.Document{Name: "a.docx"}, c.data, []text.Edit{c.edit})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
	}
}

// TestRealDocuments reads documents that LibreOffice has written, changes them
// and reads them again.
func TestRealDocuments(t *testing.T) {
	body := []string{
		"पुस्तकालय फिर खुला",
		"नगर का पुराना पुस्तकालय सोमवार को  फिर खुला। पहले दिन दो सौ पाठक आए & सबने पुस्तकें देखीं।",
		"पता\tमुख्य मार्ग\u2028समय\tसुबह दस बजे",
		"कहानी", "कविता", "विषय", "पुस्तकें",
		"अंत में सचिव ने धन्यवाद दिया।", "डिब्बे का पाठ",
	}
	const note, header = "यह भवन पहले डाकघर था।", "नगर संवाद · प्रारूप"
	for _, c := range []struct {
		name string
		want []string
	}{
		{"lekh.docx", append(slices.Clone(body), "", "", "\t"+note, header)}, // the lines above the notes are notes, too
		{"lekh.odt", append(slices.Insert(slices.Clone(body), 2, note), header)},
	} {
		data, err := os.ReadFile(filepath.Join("testdata", c.name))
		if err != nil {
			t.Fatal(err)
		}
		d, err := Decode(c.name, data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Join(c.want, "\n")+"\n", d.Source); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
		if d.Blocks[0].Kind != text.Heading || d.Blocks[1].Kind != text.Paragraph {
			t.Errorf("%s: the first blocks are %v", c.name, d.Blocks[:2])
		}
		tiles(t, d)
		changeWords(t, d, data, 1)
	}
}

// tiles checks that the tokens of a document tile its prose.
func tiles(t *testing.T, d *text.Document) {
	t.Helper()
	at := 0
	for _, token := range d.Tokens {
		if token.Start() != at {
			t.Fatalf("a token begins at %d, the last ended at %d", token.Start(), at)
		}
		at = token.End()
	}
	if at != len(d.Text) {
		t.Fatalf("the tokens end at %d, the text at %d", at, len(d.Text))
	}
}

// changeWords replaces words here and there and checks that they alone change.
func changeWords(t *testing.T, d *text.Document, data []byte, seed uint64) {
	t.Helper()
	if after, err := Rewrite(d, data, nil); err != nil || !bytes.Equal(after, data) {
		t.Fatalf("no edit changes the file (%v)", err)
	}
	r := rand.New(rand.NewPCG(seed, 0))
	with := []string{"ग", "", "दो शब्द", " ", "a&<b>", " ग ", "  "}
	var edits []text.Edit
	for _, token := range d.Tokens {
		if token.Kind == text.Break || r.IntN(4) > 0 {
			continue
		}
		span := token.Span()
		if r.IntN(3) == 0 {
			span.Start = span.End
		}
		if span.Len() > 0 && !d.Whole(span) {
			continue
		}
		span = d.ToSource(span)
		if n := len(edits); n > 0 && edits[n-1].Span.End >= span.Start {
			continue
		}
		edits = append(edits, text.Edit{Span: span, Text: with[r.IntN(len(with))]})
	}
	after, err := Rewrite(d, data, edits)
	if errors.Is(err, errMarkup) && slices.ContainsFunc(edits, func(e text.Edit) bool { return e.Span.Len() == 0 }) {
		return // nothing to write into stands beside a mark
	}
	if errors.Is(err, errNotBack) && strings.Contains(text.Splice(d.Source, edits), "]]>") {
		return // which XML does not let stand as it is, and the letters beside an edit are not touched
	}
	if err != nil {
		t.Fatalf("%v: %q with %v", err, d.Source, edits)
	}
	again, err := Decode(d.Name, after)
	if err != nil {
		t.Fatal(err)
	}
	if want := text.Splice(d.Source, edits); again.Source != want {
		t.Fatalf("got %q, want %q", again.Source, want)
	}
}
