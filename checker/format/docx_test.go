package format

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

// run returns a run with a text.
func run(s string) string { return "<w:r><w:t xml:space=\"preserve\">" + s + "</w:t></w:r>" }

func TestDocx(t *testing.T) {
	for _, c := range []struct{ name, body, source, text string }{
		{"nothing", "", "", ""},
		{"paragraphs", "<w:p>" + run("क") + "</w:p><w:p/><w:p>" + run("ख") + "</w:p>", "क\n\nख\n", "क\nख\n"},
		{"a word of three runs", "<w:p>" + run("स") + run("र") + "<w:bookmarkStart/>" + run("कार") + "</w:p>", "सरकार\n", "सरकार\n"},
		{"spaces at edges", "<w:p><w:r><w:t> \n क ख </w:t></w:r>" + run(" ग ") + "</w:p>", "क ख ग \n", "क ख ग \n"},
		{"only spaces", "<w:p>" + run(" ") + "</w:p>", " \n", ""},
		{"line ends in text", "<w:p>" + run("क\r\nख\nग&#10;घ") + "</w:p>", "क ख ग घ\n", "क ख ग घ\n"},
		{"escapes", "<w:p>" + run("क &amp; ख &lt;&#2325;&gt;") + "</w:p>", "क & ख <क>\n", "क & ख <क>\n"},
		{"CDATA and comments", "<w:p>" + run("क<!-- a --><![CDATA[<ख>]]>") + "</w:p>", "क<ख>\n", "क<ख>\n"},
		{
			"marks", "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>क</w:t><w:tab/><w:t>ख</w:t><w:br/><w:t>ग</w:t><w:noBreakHyphen/><w:t>घ</w:t><w:softHyphen/><w:t>ङ</w:t><w:sym w:char=\"F04A\"/></w:r></w:p>",
			"क\tख\u2028ग\u2011घङ\ufffc\n", "क\tख\nग-घङ\ufffc\n",
		},
		{
			"tracked changes", "<w:p>" + run("क") + "<w:del><w:r><w:delText>ख</w:delText><w:t>ग</w:t></w:r></w:del><w:ins>" + run("घ") + "</w:ins><w:moveFrom>" + run("ङ") + "</w:moveFrom><w:moveTo>" + run("च") + "</w:moveTo></w:p>",
			"कघच\n", "कघच\n",
		},
		{
			"fields", "<w:p>" + run("क ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a" </w:instrText></w:r>` + run("ख") + `<w:r><w:fldChar w:fldCharType="separate"/></w:r>` + run("ग") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run(" घ") + "</w:p>",
			"क ग घ\n", "क ग घ\n",
		},
		{
			"table of contents", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \o "1-3" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>` + run("क") + `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF a</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>` + run("ख") + "</w:p>",
			"\nख\n", "ख\n",
		},
		{"simple field and link", `<w:p><w:fldSimple w:instr="PAGE">` + run("1") + "</w:fldSimple><w:hyperlink>" + run("क") + "</w:hyperlink></w:p>", "1क\n", "1क\n"},
		{
			"hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>क</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>ख</w:t></w:r><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>ग</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Secret\"/></w:rPr><w:t>घ</w:t></w:r></w:p>",
			"खग\n", "खग\n",
		},
		{
			"a text box", "<w:p>" + run("क") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p>" + run("ख") + "</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>" + run("ख") + "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("ग") + "</w:p>",
			"कग\nख\n", "कग\nख\n",
		},
		{"a picture and a formula", "<w:p>" + run("क") + "<w:r><w:drawing><wp:inline/></w:drawing></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>", "क\ufffc\ufffc\n", "क\ufffc\ufffc\n"},
		{"only a picture", "<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>", "\ufffc\n", ""},
		{"ruby", "<w:p><w:r><w:ruby><w:rt>" + run("a") + "</w:rt><w:rubyBase>" + run("क") + "</w:rubyBase></w:ruby></w:r></w:p>", "क\n", "क\n"},
		{"a table", "<w:tbl><w:tr><w:tc><w:p>" + run("क") + "</w:p></w:tc><w:tc><w:p>" + run("ख") + "</w:p></w:tc></w:tr></w:tbl>", "क\nख\n", "क\nख\n"},
		{"elements in a text", "<w:p><w:r><w:t>क<w:t>ख</w:t><w:p/></w:t></w:r></w:p>", "क\n", "क\n"},
		{"text outside of paragraphs", run("क") + "ख<w:p>ग</w:p>", "\n", ""},
		{"a suppression", "<w:p>" + run("&lt;!-- nukta:ignore danda --&gt;") + "</w:p><w:p>" + run("क") + "</w:p>", "<!-- nukta:ignore danda -->\nक\n", "क\n"},
		{"another prefix", `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>क</x:t></x:r></x:p><w:p xmlns:w="a"><w:r><w:t>ख</w:t></w:r></w:p>`, "क\n", "क\n"},
	} {
		data := docxOf(t, c.body, entry{"word/styles.xml", `<w:styles><w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`})
		d, err := Decode("a.docx", data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Source != c.source || d.Text != c.text || !d.Extracted || d.Format != "docx" {
			t.Errorf("%s: got %q and %q, want %q and %q", c.name, d.Source, d.Text, c.source, c.text)
		}
		tiles(t, d)
		changeWords(t, d, data, 2)
	}
}

func TestDocxParts(t *testing.T) {
	note := func(s string) string {
		return "<w:footnotes><w:footnote><w:p>" + run(s) + "</w:p></w:footnote></w:footnotes>"
	}
	d, err := Decode("a.docx", docxOf(t, "<w:p>"+run("पाठ")+"</w:p>",
		entry{"word/header1.xml", "<w:hdr><w:p>" + run("शीर्ष") + "</w:p></w:hdr>"},
		entry{"word/comments.xml", "<w:comments><w:p>" + run("टिप्पणी") + "</w:p></w:comments>"},
		entry{"word/footnotes.xml", note("पादटिप्पणी")}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "पाठ\nपादटिप्पणी\nशीर्ष\n"; d.Source != want {
		t.Errorf("got %q, want %q", d.Source, want)
	}
}

func TestDocxKinds(t *testing.T) {
	const styles = `<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>` +
		`<w:style w:styleId="mine"><w:name w:val="Ressort"/><w:basedOn w:val="1"/></w:style>` +
		`<w:style w:styleId="level"><w:name w:val="a"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>` +
		`<w:style w:styleId="points"><w:name w:val="b"/><w:pPr><w:numPr/></w:pPr></w:style>` +
		`<w:style w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="d"/></w:style><w:style w:styleId="d"><w:name w:val="d"/><w:basedOn w:val="c"/></w:style></w:styles>`
	styled := func(properties string) string {
		return "<w:p><w:pPr>" + properties + "</w:pPr>" + run("क") + "</w:p>"
	}
	for _, c := range []struct {
		body string
		want text.BlockKind
	}{
		{styled(""), text.Paragraph},
		{styled(`<w:pStyle w:val="1"/>`), text.Heading},
		{styled(`<w:pStyle w:val="mine"/>`), text.Heading},
		{styled(`<w:pStyle w:val="Title"/>`), text.Heading},
		{styled(`<w:pStyle w:val="level"/>`), text.Heading},
		{styled(`<w:pStyle w:val="points"/>`), text.Item},
		{styled(`<w:pStyle w:val="Quote"/>`), text.Quotation},
		{styled(`<w:pStyle w:val="c"/>`), text.Paragraph},
		{styled(`<w:outlineLvl w:val="0"/>`), text.Heading},
		{styled(`<w:outlineLvl w:val="9"/>`), text.Paragraph},
		{styled(`<w:numPr><w:numId w:val="3"/></w:numPr>`), text.Item},
		{styled(`<w:numPr><w:numId w:val="0"/></w:numPr>`), text.Paragraph},
		{"<w:tc>" + styled("") + "</w:tc>", text.Item},
	} {
		d, err := Decode("a.docx", docxOf(t, c.body, entry{"word/styles.xml", styles}))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Blocks[0].Kind; got != c.want {
			t.Errorf("%s: got %v, want %v", c.body, got, c.want)
		}
	}
}

// TestDocxHeadline holds that a first line without a style is a headline, as in
// plain text.
func TestDocxHeadline(t *testing.T) {
	d, err := Decode("a.docx", docxOf(t, "<w:p>"+run("सरकार का फैसला")+"</w:p><w:p>"+run("बात हुई।")+"</w:p>"))
	if err != nil {
		t.Fatal(err)
	}
	if d.Blocks[0].Kind != text.Heading || d.Blocks[1].Kind != text.Paragraph {
		t.Errorf("got %v", d.Blocks)
	}
}

func TestRewriteDocx(t *testing.T) {
	for _, c := range []struct {
		name, before string
		edits        []replacing
		after        string
	}{
		{"a letter", "<w:r><w:t>क</w:t></w:r>", []replacing{{"क", "ख"}}, "<w:r><w:t>ख</w:t></w:r>"},
		{"over runs", "<w:r><w:t>पु</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>टि</w:t></w:r><w:r><w:t>न</w:t></w:r>", []replacing{{"पुटि", "पूति"}}, "<w:r><w:t>पूति</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r><w:r><w:t>न</w:t></w:r>"},
		{"several", "<w:r><w:t>क ख</w:t><w:t>ग</w:t></w:r>", []replacing{{"क", "च"}, {"ग", "छ"}}, "<w:r><w:t>च ख</w:t><w:t>छ</w:t></w:r>"},
		{"escapes", "<w:r><w:t>क &amp; ख</w:t></w:r>", []replacing{{" & ", " < "}}, "<w:r><w:t>क &lt; ख</w:t></w:r>"},
		{"quotes as they are", "<w:r><w:t>'क'</w:t></w:r>", []replacing{{"क'", "क\""}}, "<w:r><w:t>'क\"</w:t></w:r>"},
		{"CDATA", "<w:r><w:t><![CDATA[क ख]]></w:t></w:r>", []replacing{{"क", "&"}}, "<w:r><w:t><![CDATA[]]>&amp;<![CDATA[ ख]]></w:t></w:r>"},
		{"a space at an edge", "<w:r><w:t>क</w:t></w:r><w:r><w:t>ख</w:t></w:r>", []replacing{{"क", "क "}}, "<w:r><w:t xml:space=\"preserve\">क </w:t></w:r><w:r><w:t>ख</w:t></w:r>"},
		{"a space that comes to an edge", "<w:r><w:t>क ख</w:t></w:r>", []replacing{{"क", ""}}, "<w:r><w:t xml:space=\"preserve\"> ख</w:t></w:r>"},
		{"a space that was kept", "<w:r><w:t xml:space=\"preserve\">क ख</w:t></w:r>", []replacing{{"क", ""}}, "<w:r><w:t xml:space=\"preserve\"> ख</w:t></w:r>"},
		{"an attribute", "<w:r><w:t a='b'>क ख</w:t></w:r>", []replacing{{"क", ""}}, "<w:r><w:t xml:space=\"preserve\" a='b'> ख</w:t></w:r>"},
		{"spaces that are not read stay", "<w:r><w:t>\n\tक ख\n</w:t></w:r>", []replacing{{"क", "ग"}}, "<w:r><w:t>\n\tग ख\n</w:t></w:r>"},
		{"spaces that are not read go", "<w:r><w:t> क ख<![CDATA[ \n]]></w:t></w:r>", []replacing{{"ख", "ख "}}, "<w:r><w:t xml:space=\"preserve\">क ख <![CDATA[]]></w:t></w:r>"},
		{"a line end", "<w:r><w:t>क\r\nख</w:t></w:r>", []replacing{{" ", "-"}}, "<w:r><w:t>क-ख</w:t></w:r>"},
		{"an addition", "<w:r><w:t>क</w:t></w:r><w:r><w:t>ख</w:t></w:r>", []replacing{{"", "ग"}}, "<w:r><w:t>गक</w:t></w:r><w:r><w:t>ख</w:t></w:r>"},
	} {
		data := docxOf(t, "<w:p>"+c.before+"</w:p>")
		d, err := Decode("a.docx", data)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Rewrite(d, data, editsFor(t, d.Source, c.edits))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got, want := partOf(t, after, "word/document.xml"), docxRoot+"<w:p>"+c.after+"</w:p>"+docxEnd; got != want {
			t.Errorf("%s: got %q, want %q", c.name, strings.TrimPrefix(got, docxRoot), c.after)
		}
	}
}

// TestRewriteAdds holds that letters which are only added stand behind the
// letter before them.
func TestRewriteAdds(t *testing.T) {
	data := docxOf(t, "<w:p><w:r><w:t>क</w:t></w:r><w:r><w:t>ख</w:t></w:r></w:p>")
	d, err := Decode("a.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Rewrite(d, data, []text.Edit{{Span: text.Span{Start: 3, End: 3}, Text: "ि"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := partOf(t, after, "word/document.xml"); !strings.Contains(got, "<w:t>कि</w:t></w:r><w:r><w:t>ख</w:t>") {
		t.Errorf("got %q", got)
	}
}

func FuzzDocx(f *testing.F) {
	f.Add("<w:p>"+run("सर")+run("कार & ")+"</w:p>", uint64(1))
	f.Add("<w:p><w:r><w:t> क &amp;\r\n</w:t><w:tab/><w:t><![CDATA[ख]]></w:t></w:r></w:p>", uint64(2))
	f.Add(`<w:tbl><w:tc><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/></w:r></w:p></w:tc></w:tbl>`, uint64(3))
	f.Add(`<mc:AlternateContent><mc:Choice><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>क</w:t></w:r></w:p></mc:Choice><mc:Fallback/></mc:AlternateContent>`, uint64(4))
	f.Fuzz(func(t *testing.T, body string, seed uint64) {
		data := docxOf(t, body)
		d, err := Decode("a.docx", data)
		if err != nil {
			return
		}
		tiles(t, d)
		changeWords(t, d, data, seed)
	})
}

// FuzzArchive reads bytes as a document of either format.
func FuzzArchive(f *testing.F) {
	f.Add(docxOf(f, "<w:p>"+run("क")+"</w:p>"))
	f.Add(odtOf(f, "<text:p>क</text:p>"))
	for _, name := range []string{"lekh.docx", "lekh.odt"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.docx", "a.odt"} {
			d, err := Decode(name, data)
			if err != nil {
				continue
			}
			tiles(t, d)
			if _, err := Rewrite(d, data, nil); err != nil && !strings.Contains(err.Error(), ErrSigned.Error()) {
				t.Error(err)
			}
		}
	})
}
