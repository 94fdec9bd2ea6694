package format

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/nukta/nukta/checker/text"
)

var kinds = map[text.BlockKind]string{text.Paragraph: "p", text.Heading: "h", text.Item: "i", text.Quotation: "q"}

// blocks shows the blocks of a document, one a line.
func blocks(d *text.Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		out.WriteString(kinds[b.Kind] + " " + strings.ReplaceAll(d.Text[b.Span.Start:b.Span.End], "\n", "⏎") + "\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"paragraphs", "एक\nदो\n\nतीन\n", "p एक⏎दो\np तीन"},
		{"headings", "# एक #\n\nदो\n===\n\nतीन", "h एक\nh दो\np तीन"},
		{"lists", "- एक\n- दो\n\n1. तीन\n\n   चार\n", "i एक\ni दो\ni तीन\ni चार"},
		{"tasks", "- [ ] एक\n- [x] दो\n", "i एक\ni दो"},
		{"quotation", "> एक\n> दो\n\nतीन", "q एक⏎दो\np तीन"},
		{"table", "| क | ख |\n|---|---|\n| एक | दो \\| तीन |\n", "i क\ni ख\ni एक\ni दो | तीन"},
		{"definitions", "पद\n: अर्थ\n", "i पद\ni अर्थ"},
		{"emphasis", "यह **बहुत** _बड़ी_ ~~छोटी~~ बात", "p यह बहुत बड़ी छोटी बात"},
		{"emphasis in a word", "रा**ष्ट्र**पति", "p राष्ट्रपति"},
		{"link", "यह [कड़ी](http://example.in/क \"शीर्षक\") और [दूसरी][a]\n\n[a]: http://example.in/ख 'शीर्षक'\n", "p यह कड़ी और दूसरी"},
		{"image", "![चित्र का विवरण](a.png)", "p चित्र का विवरण"},
		{"address", "देखें <http://example.in/> को", "p देखें http://example.in/ को"},
		{"code span", "आदेश `नुक्ता` लिखें", "p आदेश \ufffc लिखें"},
		{"code span of ticks", "क ``a`b`` ख `` ` `` ग", "p क \ufffc ख \ufffc ग"},
		{"fenced code", "क\n\n```go\nकोड\n```\n\nख", "p क\np ख"},
		{"indented code", "क\n\n    कोड\n\nख", "p क\np ख"},
		{"front matter", "---\ntitle: शीर्षक\n---\nपाठ", "p पाठ"},
		{"TOML front matter", "\ufeff+++\ntitle = 'शीर्षक'\n+++\nपाठ", "p पाठ"},
		{"a rule is no front matter", "---\n\nपाठ", "p पाठ"},
		{"tags", "यह <b class=\"क\">बड़ी</b> बात<br>अगली<BR />पंक्ति", "p यह बड़ी बात⏎अगली⏎पंक्ति"},
		{"HTML block", "<div>\nपाठ\n</div>\n\nपाठ", "p पाठ"},
		{"comment between spaces", "एक <!-- टिप्पणी --> दो", "p एक दो"},
		{"footnote in its place", "एक[^1] दो।\n\n[^1]: टिप्पणी\n\nतीन", "p एक दो।\np टिप्पणी\np तीन"},
		{"escapes", "\\*एक\\* \\# \\दो", "p *एक* # \\दो"},
		{"entities", "क &amp; ख &#2325;&#x915; &nosuch; &amp &#2325क; &#;", "p क & ख कक &nosuch; &amp &#2325क; &#;"},
		{"hard breaks", "एक  \nदो\\\nतीन", "p एक⏎दो⏎तीन"},
		{"CRLF", "# एक\r\n\r\nदो  \r\nतीन\r\n\r\n* चार\r\n", "h एक\np दो\r⏎तीन\ni चार"},
		{"CR", "# एक\r\rदो\rतीन\r", "h एक\np दो\rतीन"},
		{"byte order mark", "\ufeff# एक\n", "h एक"},
		{"not UTF-8", "एक\xff\xe0\xa4 दो\n", "p एक\xff\xe0\xa4 दो"},
		{"empty", "", ""},
		{"blank", " \n\n\t\n", ""},
	} {
		d, err := Parse("a.md", c.source)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := blocks(d); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
		sound(t, c.name, d)
	}
}

// sound checks that every token of a document comes from where it says.
func sound(t *testing.T, name string, d *text.Document) {
	t.Helper()
	last := 0
	for _, token := range d.Tokens {
		span := d.ToSource(token.Span())
		if span.Start < last || span.End < span.Start || span.End > len(d.Source) {
			t.Errorf("%s: token %q has the span %v behind %d", name, d.Of(token), span, last)
			return
		}
		last = span.Start
		got := d.Source[span.Start:span.End]
		if d.Whole(token.Span()) && got != d.Of(token) && shown(got) != shown(d.Of(token)) {
			t.Errorf("%s: token %q stands at %q", name, d.Of(token), got)
		}
	}
}

// shown returns what a reader sees of a source without tags, all blanks as one.
func shown(source string) string {
	return blanksOf.ReplaceAllString(html.UnescapeString(source), " ")
}

var blanksOf = regexp.MustCompile(`[ \t\n\f\r\x{a0}]+`)

func TestMarkdownSpans(t *testing.T) {
	source := "\ufeff# 😀 शीर्षक\r\n\r\nक &amp; रा**ष्ट्र**पति [कड़ी](x) `कोड`\r\n"
	d, err := Parse("a.md", source)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, source string }{
		{"शीर्षक", "शीर्षक"},
		{"&", "&amp;"},
		{"राष्ट्रपति", "रा**ष्ट्र**पति"},
		{"कड़ी", "कड़ी"},
		{"\ufffc", "`कोड`"},
	} {
		at := strings.Index(d.Text, c.text)
		if at < 0 {
			t.Errorf("%q is not in the text %q", c.text, d.Text)
			continue
		}
		span := d.ToSource(text.Span{Start: at, End: at + len(c.text)})
		if got := source[span.Start:span.End]; got != c.source {
			t.Errorf("%q: got the source %q, want %q", c.text, got, c.source)
		}
	}
}

func TestMarkdownDirectives(t *testing.T) {
	source := "<!-- nukta:off name-spelling -->\n\nएक <!-- nukta:on --> दो\n\n> <!-- nukta:ignore -->\n> तीन\n\n`<!-- nukta:off -->`\n\n    <!-- nukta:off -->\n"
	d, err := Parse("a.md", source)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, directive := range d.Directives {
		got = append(got, source[directive.Span.Start:directive.Span.End])
	}
	want := "<!-- nukta:off name-spelling -->, <!-- nukta:on -->, <!-- nukta:ignore -->"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// TestHostileMarkdown holds sources that are built to be slow: each is refused
// or read in good time.
func TestHostileMarkdown(t *testing.T) {
	const n = 100_000
	for _, c := range []struct {
		name, source string
		refused      bool
	}{
		{"opening brackets", strings.Repeat("[", n), true},
		{"brackets over lines", strings.Repeat("[\n", n), true},
		{"brackets in a heading", "# " + strings.Repeat("[a](", n), true},
		{"brackets in a list", "- a" + strings.Repeat("\n  [a](", n), true},
		{"images", strings.Repeat("![", n), true},
		{"emphasis", strings.Repeat("*a**a_a__a~a ", n), true},
		{"quotations in quotations", strings.Repeat(">", n), true},
		{"lists in lists", strings.Repeat("- ", n) + "क", true},
		{"numbered lists in lists", strings.Repeat("1. ", n) + "क", true},
		{"deep lists", deep(1000), true},
		{"definitions of links", strings.Repeat("[a]: b\n", n), true},
		{"many columns", strings.Repeat("a|", n) + "\n" + strings.Repeat("-|", n) + "\n" + strings.Repeat("a|", n), false},
		{"a line of dashes", strings.Repeat("-", n) + "\nक", false},
		{"quotation marks", strings.Repeat("“", n), false},
		{"ampersands", strings.Repeat("&a", n), false},
		{"backslashes", strings.Repeat("\\", n), false},
		{"tables", strings.Repeat("क|ख\n-|-\nग|घ\n\n", n/10), false},
		{"links in paragraphs", strings.Repeat("[क](x)\n\n", n), false},
	} {
		start := time.Now()
		_, err := Parse("a.md", c.source)
		if refused := err != nil; refused != c.refused {
			t.Errorf("%s: got the error %v, want one: %v", c.name, err, c.refused)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", c.name, took)
		}
	}
}

func deep(levels int) string {
	var out strings.Builder
	for i := range levels {
		out.WriteString(strings.Repeat("  ", i) + "- क\n")
	}
	return out.String()
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# क\n\n> ख `ग` [घ](ङ)[^1]\n\n[^1]: च &amp; \\*\n\n|क|\n|-|\n|ख|\n")
	f.Add("\ufeff---\r\nक: ख\r\n---\r\n- ग\r\n\r\n<!-- nukta:off -->\r\n<b>घ</b>")
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 2000 || !utf8.ValidString(source) && strings.Contains(source, "\x00") {
			return
		}
		d, err := Parse("a.md", source)
		if err != nil {
			return
		}
		sound(t, "fuzz", d)
	})
}
