package format

import (
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

func TestODT(t *testing.T) {
	for _, c := range []struct{ name, body, source, text string }{
		{"nothing", "", "", ""},
		{"paragraphs", "<text:h>क</text:h> <text:p/><text:p>ख</text:p>", "क\n\nख\n", "क\nख\n"},
		{"a word of spans", "<text:p>स<text:span>र<text:bookmark/></text:span><text:soft-page-break/>कार</text:p>", "सरकार\n", "सरकार\n"},
		{"spaces", "<text:p>\n  क \t ख<text:span> </text:span> ग<text:s/><text:s text:c=\"2\"/> घ</text:p>", "क ख ग    घ\n", "क ख ग    घ\n"},
		{"many spaces", "<text:p>क<text:s text:c=\"1000000000\"/>ख<text:s text:c=\"-1\"/></text:p>", "क          ख\n", "क          ख\n"},
		{"marks", "<text:p>क<text:tab/>ख<text:line-break/>ग</text:p>", "क\tख\u2028ग\n", "क\tख\nग\n"},
		{"remarks", "<text:p>क<office:annotation><text:p>ख</text:p></office:annotation>ग</text:p>", "कग\n", "कग\n"},
		{"tracked changes", "<text:tracked-changes><text:p>क</text:p></text:tracked-changes><text:p>ख<text:change-start/>ग</text:p>", "खग\n", "खग\n"},
		{"a note", "<text:p>क<text:note><text:note-citation>1</text:note-citation> <text:note-body> <text:p>ख</text:p></text:note-body></text:note> ग</text:p>", "क ग\nख\n", "क ग\nख\n"},
		{"a box", "<text:p>क<draw:frame> <draw:text-box> <text:p>ख</text:p></draw:text-box></draw:frame>ग</text:p>", "कग\nख\n", "कग\nख\n"},
		{"a picture in the line", `<text:p>क<draw:frame text:anchor-type="as-char"><draw:image><text:p>ख</text:p></draw:image></draw:frame></text:p>`, "क\ufffc\n", "क\ufffc\n"},
		{"a list and a table", "<text:list><text:list-item><text:number>1.</text:number><text:p>क</text:p></text:list-item></text:list><table:table><table:table-cell><text:p>ख</text:p></table:table-cell></table:table>", "क\nख\n", "क\nख\n"},
		{"contents", "<text:table-of-content><text:p>क</text:p></text:table-of-content><text:p>ख</text:p>", "ख\n", "ख\n"},
		{"hidden", `<style:style style:name="T1"><style:text-properties text:display="none"/></style:style><text:p>क<text:span text:style-name="T1">ख</text:span></text:p><text:section text:display="none"><text:p>ग</text:p></text:section>`, "क\n", "क\n"},
		{"a field", "<text:p>क <text:page-number>3</text:page-number></text:p>", "क 3\n", "क 3\n"},
		{"a suppression", "<text:p>&lt;!-- nukta:off --&gt; क</text:p>", "<!-- nukta:off --> क\n", " क\n"},
		{"text outside", "क<text:span>ख</text:span>", "", ""},
	} {
		data := odtOf(t, c.body)
		d, err := Decode("a.odt", data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Source != c.source || d.Text != c.text || !d.Extracted || d.Format != "odt" {
			t.Errorf("%s: got %q and %q, want %q and %q", c.name, d.Source, d.Text, c.source, c.text)
		}
		tiles(t, d)
		changeWords(t, d, data, 2)
	}
}

func TestODTStyles(t *testing.T) {
	const styles = odtRoot + `<style:style style:name="Quotations"/><style:style style:name="mine" style:parent-style-name="Heading_20_2"/>` +
		`<style:master-page><style:header><text:p>शीर्ष</text:p></style:header></style:master-page>` + odtEnd
	body := `<style:style style:name="P1" style:parent-style-name="mine"/><style:style style:name="P2" style:parent-style-name="Quotations"/>` +
		`<text:p text:style-name="P1">क</text:p><text:p text:style-name="P2">ख</text:p><text:p text:style-name="Text_20_body">ग</text:p>` +
		`<text:list-item><text:p>घ</text:p></text:list-item><text:h>ङ</text:h>`
	d, err := Decode("a.odt", odtOf(t, body, entry{"styles.xml", styles}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "क\nख\nग\nघ\nङ\nशीर्ष\n"; d.Source != want {
		t.Errorf("got %q, want %q", d.Source, want)
	}
	for i, want := range []text.BlockKind{text.Heading, text.Quotation, text.Paragraph, text.Item, text.Heading, text.Paragraph} {
		if got := d.Blocks[i].Kind; got != want {
			t.Errorf("block %d: got %v, want %v", i, got, want)
		}
	}
}

func TestRewriteODT(t *testing.T) {
	for _, c := range []struct {
		name, before string
		edits        []replacing
		after        string
	}{
		{"a letter", "क", []replacing{{"क", "ख & ग"}}, "ख &amp; ग"},
		{"over spans", "पु<text:span>टि</text:span>न", []replacing{{"ुटि", "ूति"}}, "पूति<text:span></text:span>न"},
		{"spaces that are an element", "क<text:s/>।", []replacing{{" ।", "।"}}, "क।"},
		{"spaces before a danda", "क <text:s text:c=\"2\"/>।", []replacing{{"   ।", "।"}}, "क।"},
		{"of several spaces one", "क <text:s/>ख", []replacing{{"  ", " "}}, "क ख"},
		{"a word between spaces", "क ख ग", []replacing{{"ख", ""}}, "क <text:s/>ग"},
		{"spaces are added", "क ख", []replacing{{" ", "  "}}, "क <text:s/>ख"},
		{"a space before a space", "क ख", []replacing{{"क", "क "}}, "क <text:s/>ख"},
		{"the first word", "क ख", []replacing{{"क", ""}}, "<text:s/>ख"},
		{"spaces that are not read stay", "\n  क  ख\n", []replacing{{"क", "ग"}}, "\n  ग  ख\n"},
		{"spaces that are not read go", "क <text:span> ख</text:span>", []replacing{{"क ", "क"}}, "क<text:span>ख</text:span>"},
		{"a space behind an element", "क<text:s/> ख", []replacing{{"क", "ग"}}, "ग<text:s/> ख"},
	} {
		data := odtOf(t, "<text:p>"+c.before+"</text:p>")
		d, err := Decode("a.odt", data)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Rewrite(d, data, editsFor(t, d.Source, c.edits))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got, want := partOf(t, after, "content.xml"), odtRoot+"<text:p>"+c.after+"</text:p>"+odtEnd; got != want {
			t.Errorf("%s: got %q, want %q", c.name, strings.TrimPrefix(got, odtRoot), c.after)
		}
	}
}

// TestRewriteODTPrefix holds that an element which is added has the prefix that
// the part binds.
func TestRewriteODTPrefix(t *testing.T) {
	data := odtOf(t, `<t:p xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0">क ख</t:p>`)
	d, err := Decode("a.odt", data)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Rewrite(d, data, editsFor(t, d.Source, []replacing{{" ", "  "}}))
	if err != nil {
		t.Fatal(err)
	}
	if got := partOf(t, after, "content.xml"); !strings.Contains(got, ">क <t:s/>ख</t:p>") {
		t.Errorf("got %q", got)
	}
}

func FuzzODT(f *testing.F) {
	f.Add("<text:p>स<text:span>र</text:span>कार  है</text:p>", uint64(1))
	f.Add("<text:p> क<text:s text:c=\"3\"/> ख<text:tab/> <text:line-break/>&amp;</text:p>", uint64(2))
	f.Add("<text:list><text:list-item><text:p>क<text:note><text:note-body><text:p>ख ग</text:p></text:note-body></text:note> </text:p></text:list-item></text:list>", uint64(3))
	f.Add(`<style:style style:name="a"><style:text-properties text:display="none"/></style:style><text:h>क</text:h>`, uint64(4))
	f.Fuzz(func(t *testing.T, body string, seed uint64) {
		data := odtOf(t, body)
		d, err := Decode("a.odt", data)
		if err != nil {
			return
		}
		tiles(t, d)
		changeWords(t, d, data, seed)
	})
}
