package format

import (
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/nukta/nukta/checker/text"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"paragraphs", "<p>एक\n  दो</p>\n<p>तीन</p>", "p एक दो\np तीन"},
		{"a page", "<!DOCTYPE html><html><head><meta charset=utf-8><title>शीर्षक</title></head><body>\n<h1>एक</h1>\n<div>दो</div>\n</body></html>\n", "h शीर्षक\nh एक\np दो"},
		{"lists", "<ul><li>एक<li>दो<ul><li>तीन</ul></li></ul>", "i एक\ni दो\ni तीन"},
		{"paragraphs in items", "<ul><li><p>एक</p><p>दो</p></ul>", "i एक\ni दो"},
		{"text behind a list in an item", "<ul><li>एक<ul><li>दो</ul>तीन</ul>चार", "i एक\ni दो\ni तीन\np चार"},
		{"definitions", "<dl><dt>एक<dd>दो<dt>तीन</dl>", "i एक\ni दो\ni तीन"},
		{"table", "<table><tr><th>क<th>ख<tr><td>एक<td><p>दो</table>", "i क\ni ख\ni एक\np दो"},
		{"quotation", "<blockquote>एक<p>दो</blockquote>तीन", "q एक\nq दो\np तीन"},
		{"inline elements", "यह <b>बहुत</b> <i>ब<u>ड़</u>ी</i> <a href=x>बा</a>त <x-y>है</x-y>।", "p यह बहुत बड़ी बात है।"},
		{"blanks", "<p> एक  <b> दो</b> \t\r\n<i> तीन </i> चार </p>", "p एक दो तीन चार"},
		{"blanks around comments", "एक <!-- टिप्पणी --> दो", "p एक दो"},
		{"line breaks", "एक<br>दो <br/> तीन<BR\n>चार<br>", "p एक⏎दो⏎तीन⏎चार"},
		{"line breaks that part paragraphs", "एक<br>\n<br>दो", "p एक\np दो"},
		{"preformatted", "<pre>\nएक\n  दो\n</pre>तीन", "p एक⏎  दो\np तीन"},
		{"preformatted code", "<pre><code>कोड\nकोड</code></pre>", ""},
		{"code", "आदेश <code>नुक्ता</code> और <kbd>क</kbd>", "p आदेश \ufffc और \ufffc"},
		{"pictures", "एक <img src=a alt='दो'> तीन<p><img>", "p एक \ufffc तीन"},
		{"forms", "<select><option>एक<option>दो</select><textarea>तीन</textarea><button>चार</button>", "i चार"},
		{"not shown", "<script>var क = '<p>';</script><style>ख</style><noscript>ग</noscript><template><p>घ</p></template>एक<script>ङ</script> दो", "p एक दो"},
		{"struck out", "यह <del>छोटी</del> <s>बड़ी</s> बात", "p यह बात"},
		{"drawing", "एक <svg><title>दो<b/></title><style>तीन</style><text>चार</text></svg> पाँच", "p एक \ufffc पाँच"},
		{"drawing with CDATA", "<svg><![CDATA[</svg><p>]]>एक</svg>दो", "p \ufffcदो"},
		{"CDATA", "एक<![CDATA[दो]]>तीन", "p एकतीन"},
		{"hints for breaks", "राष्ट्र<wbr>पति और राष्ट्र&shy;पति", "p राष्ट्रपति और राष्ट्रपति"},
		{"title is no markup", "<title>एक <b>दो</b> &amp; तीन</title>", "h एक <b>दो</b> & तीन"},
		{"references", "क &amp; ख &lt; &#2325;&#x915;&#X915 &nosuch; &amp &ampx &notit; &#; &#x; & &", "p क & ख < ककक &nosuch; & &x ¬it; &#; &#x; & &"},
		{"references to blanks", "एक&#32;&#10; दो&Tab;तीन", "p एक दो तीन"},
		{"references of two characters", "&NotEqualTilde; &semi;", "p ≂̸ ;"},
		{"no-break spaces", "&nbsp;&nbsp;एक&nbsp;दो &nbsp;<b>&nbsp;तीन</b>\u00a0चार <p>&nbsp;</p>&nbsp;", "p एक दो तीन\u00a0चार"},
		{"windows-1252 by number", "&#147;एक&#148;", "p “एक”"},
		{"not a tag", "5 < 6 <क <3 <", "p 5 < 6 <क <3 <"},
		{"language", "एक <span lang=en>two</span> तीन<p lang=EN-us>four <b>five <i LANG='hi-IN'>छह</i></b></p>सात", "p एक \ufffc तीन\np छह\np सात"},
		{"language of unclosed paragraphs", "<p lang=mr>एक<p>दो<ul><li lang=ne>तीन<li>चार</ul>", "p दो\ni चार"},
		{"language that is not known", "<p lang=''>एक", "p एक"},
		{"language of XML", "<p xml:lang=sa>एक<p xml:lang=hi_IN>दो", "p दो"},
		{"English pages that are not", "<html lang=en><body lang=en-US><p>एक</p><p lang=en>two</p>", "p एक"},
		{"Marathi pages", "<html lang=mr><p>एक</p><p lang=hi>दो</p>", "p दो"},
		{"code stays code in Hindi", "<code lang=hi>एक</code>", ""},
		{"end tags that end nothing", "एक</b>दो</div>तीन</p></li>", "p एकदो\np तीन"},
		{"crossed tags", "<b>एक<i>दो</b>तीन</i>", "p एकदोतीन"},
		{"unclosed code", "<p>एक <code>दो</p><p>तीन</p>", "p एक \ufffc\np तीन"},
		{"unclosed heading", "<h1>एक<h2>दो</h2><p>तीन", "h एक\nh दो\np तीन"},
		{"conditional comments", "<!--[if IE]><p>एक</p><![endif]--><![if !IE]>दो<![endif]>", "p दो"},
		{"unterminated comment", "एक<!-- दो", "p एक"},
		{"unterminated tag", "एक<b class='दो", "p एक"},
		{"unterminated script", "एक<script>दो", "p एक"},
		{"front matter", "---\ntitle: एक\n---\n<p>दो", "p दो"},
		{"byte order mark", "\ufeff<p>एक", "p एक"},
		{"CR", "<p>एक\rदो\r\n</p>", "p एक दो"},
		{"NUL", "<p>ए\x00क", "p ए\x00क"},
		{"not UTF-8", "<p>एक\xff\xe0\xa4", "p एक\xff\xe0\xa4"},
		{"empty", "", ""},
		{"blank", " \n<p> </p>\n<br>", ""},
	} {
		d, err := Parse("a.html", c.source)
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

func TestHTMLSpans(t *testing.T) {
	source := "\ufeff<p>\r\n😀 \u0958लम &amp;&#2325;&#2381;&zwj;ष रा<b>ष्ट्र</b>पति\r\n\t&nbsp;<img src=x> क&shy;ख</p>\r\n"
	d, err := Parse("a.HTM", source)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, source string
		whole        bool
	}{
		{"😀", "😀", true},
		{"\u0958लम", "\u0958लम", true},
		{"&", "&amp;", true},
		{"क्\u200dष", "&#2325;&#2381;&zwj;ष", true},
		{"\u200d", "&zwj;", true},
		{"राष्ट्रपति", "रा<b>ष्ट्र</b>पति", false},
		{"राष्", "रा<b>ष्", false},
		{"ष्ट्र", "ष्ट्र", true},
		{"पति \ufffc", "पति\r\n\t&nbsp;<img src=x>", false},
		{"पति ", "पति\r\n\t&nbsp;", true},
		{"\ufffc", "<img src=x>", false},
		{"कख", "क&shy;ख", false},
	} {
		at := strings.Index(d.Text, c.text)
		if at < 0 {
			t.Errorf("%q is not in the text %q", c.text, d.Text)
			continue
		}
		place := text.Span{Start: at, End: at + len(c.text)}
		span := d.ToSource(place)
		if got := source[span.Start:span.End]; got != c.source {
			t.Errorf("%q: got the source %q, want %q", c.text, got, c.source)
		}
		if got := d.Whole(place); got != c.whole {
			t.Errorf("%q is whole: got %v, want %v", c.text, got, c.whole)
		}
	}
}

func TestHTMLDirectives(t *testing.T) {
	source := "<!-- nukta:off name-spelling -->\n<p>एक <!-- nukta:on --> दो</p>\n<p lang=en><!-- nukta:ignore --></p>\n" +
		"<script>// <!-- nukta:off -->\n</script><textarea><!-- nukta:off --></textarea><!-- nukta:other --><p title='<!-- nukta:off -->'>तीन"
	d, err := Parse("a.html", source)
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

func TestHTMLEncodings(t *testing.T) {
	const latin1 = "<meta charset=iso-8859-1><p>&#2325; \x93a\xe9\x94</p>"
	for _, c := range []struct {
		name, data string
		enc        text.Encoding
		text       string
	}{
		{"declared", latin1, "windows-1252", "क “aé”\n"},
		{"declared in full", "<meta http-equiv=Content-Type content='text/html; charset=macintosh'><p>\x8e", "macintosh", "é\n"},
		{"UTF-8 that is declared as another", "<meta charset=iso-8859-1><p>क</p>", text.UTF8, "क\n"},
		{"broken UTF-8 that is declared as another", "<meta charset=iso-8859-1><p>कख\xff</p>", text.UTF8, "कख\xff\n"},
		{"broken UTF-8", "<meta charset=utf-8><p>\xff</p>", text.UTF8, "\xff\n"},
		{"not declared", "<p>\xe9</p>", text.UTF8, "\xe9\n"},
		{"unknown, as browsers read it", "<meta charset=nosuch><p>\xe9</p>", "windows-1252", "é\n"},
		{"ASCII that is declared as another", "<meta charset=iso-8859-1><p>&#2325;</p>", "windows-1252", "क\n"},
		{"declared as one that nobody can write", "<meta charset=iso-2022-kr><p>\xe9</p>", text.UTF8, "\xe9\n"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00\x15\x09", text.UTF16LE, "क\n"},
		{"UTF-16 that is declared and is not", "<meta charset=utf-16le><p>\xe9</p>", text.UTF8, "\xe9\n"},
	} {
		d, err := Decode("a.html", []byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Encoding != c.enc || d.Text != c.text {
			t.Errorf("%s: got %s, %q, want %s, %q", c.name, d.Encoding, d.Text, c.enc, c.text)
		}
		back, err := text.Encode(d.Source, d.Encoding)
		if err != nil || string(back) != c.data {
			t.Errorf("%s: it is written back as %q (%v)", c.name, back, err)
		}
	}
	if _, err := Decode("a.html", []byte("<p>क\x00")); err == nil {
		t.Error("a binary file is read")
	}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct{ name, data, with, want string }{
		{"a.txt", "क", "<&*>", "<&*>"},
		{"a.md", "क", "क_ख_ *<b>* [&amp;]|`\\`", "क\\_ख\\_ \\*\\<b\\>\\* \\[\\&amp;\\]\\|\\`\\\\\\`"},
		{"a.html", "क", "<b>क&amp;", "&lt;b&gt;क&amp;amp;"},
		{"a.html", "\xff\xfe\x15\x09", "क<", "क&lt;"},
		{"a.html", "<meta charset=windows-1252>\xe9", "“क<", "“&#2325;&lt;"},
	} {
		d, err := Decode(c.name, []byte(c.data))
		if err != nil {
			t.Fatal(err)
		}
		got := c.with
		if d.Escape != nil {
			got = d.Escape(c.with)
		}
		if got != c.want {
			t.Errorf("%s of %q: got %q, want %q", c.name, c.data, got, c.want)
		}
		if _, err := text.Encode(got, d.Encoding); err != nil {
			t.Errorf("%s of %q: %v", c.name, c.data, err)
		}
	}
}

// TestHostileHTML holds pages that are built to be slow or to fill the memory.
func TestHostileHTML(t *testing.T) {
	const n = 100_000
	for _, c := range []struct{ name, source string }{
		{"elements in elements", strings.Repeat("<div>", n) + "क" + strings.Repeat("</div>", n)},
		{"inline elements in one another", strings.Repeat("<b>", n) + "क"},
		{"languages in languages", strings.Repeat("<i lang=en><i lang=hi>क", n)},
		{"lists in lists", strings.Repeat("<ul><li><p>", n) + "क"},
		{"tables in tables", strings.Repeat("<table><tr><td>", n) + strings.Repeat("<td>क", n)},
		{"end tags that end nothing", strings.Repeat("<b>", n) + strings.Repeat("</i></p>", n)},
		{"end tags of unknown elements", strings.Repeat("<a-b>", n) + strings.Repeat("</a-c>", n)},
		{"paragraphs that do not end", strings.Repeat("<p><b>क", n)},
		{"a paragraph around all", "<p><button>" + strings.Repeat("<b><div>", n)},
		{"opening angle brackets", strings.Repeat("<", 1<<20)},
		{"tags that do not end", strings.Repeat("<a ", n)},
		{"ends of tags", strings.Repeat("</", n)},
		{"unterminated comment", "<!--" + strings.Repeat("-", 1<<20)},
		{"comments", strings.Repeat("<!---->", n)},
		{"comments that do not end", strings.Repeat("<!--", n)},
		{"unterminated script", "<script>" + strings.Repeat("<!--<script>", n)},
		{"scripts", strings.Repeat("<script></script>", n)},
		{"declarations", strings.Repeat("<!DOCTYP", n)},
		{"CDATA that does not end", "<svg>" + strings.Repeat("<![CDATA[", n)},
		{"an attribute of 10 MB", "<p title='" + strings.Repeat("क", 10<<20/3) + "'>क"},
		{"many attributes", "<p" + strings.Repeat(" a=b lang=hi", n) + ">क"},
		{"references", strings.Repeat("&#2325;", n)},
		{"ampersands", strings.Repeat("&", 1<<20)},
		{"long references", strings.Repeat("&"+strings.Repeat("a", 100), n/10)},
		{"a reference of 1 MB", "&#" + strings.Repeat("9", 1<<20) + ";&" + strings.Repeat("a", 1<<20)},
		{"blanks", strings.Repeat(" \n", 1<<20) + "क" + strings.Repeat(" \n", 1<<20)},
		{"blanks between tags", "क" + strings.Repeat(" <b> ", n) + "ख"},
		{"line breaks", "क" + strings.Repeat("<br>", n) + "ख"},
		{"pictures", strings.Repeat("<img>", n)},
		{"NUL bytes", strings.Repeat("\x00", 1<<20)},
	} {
		start := time.Now()
		d, err := Parse("a.html", c.source)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		sound(t, c.name, d)
		t.Logf("%s: %v", c.name, time.Since(start).Round(time.Millisecond))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", c.name, took)
		}
	}
	if _, err := Parse("a.html", strings.Repeat("<b>", maxOpen+1)); err == nil {
		t.Error("any depth is read")
	}
	runtime.GC() // what was read is large, and other tests share the memory
}

func FuzzHTML(f *testing.F) {
	for _, source := range []string{
		"\ufeff<!DOCTYPE html><html lang=en><title>क &amp; ख</title><body><h1>ग</h1><p>घ <b>ङ</b>\r\n च<br><br>छ<ul><li>ज<li lang=mr>झ</ul>",
		"<table><tr><td>क&nbsp;<p>ख<td>ग</table><pre>\nघ\n</pre><!-- nukta:off --><svg><title>ङ</title><![CDATA[च]]></svg>",
		"क &#2325;&#x915 &notit; &NotEqualTilde;<code>ख</code> <del>ग</del>&shy;घ < ङ </p></b><script><!--<script></script>",
	} {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if len(source) > 4000 {
			return
		}
		d, err := Parse("a.html", source)
		if err != nil {
			t.Fatal(err)
		}
		tiled(t, d)
		sound(t, "fuzz", d)
		replaced(t, d, htmlEscape(text.UTF8), func(source string) (*text.Document, error) { return Parse("a.html", source) })
	})
}

// replaced puts something else in the place of each of the first words of a
// document, and checks that the text then reads as it should.
func replaced(t *testing.T, d *text.Document, escape func(string) string, parse func(string) (*text.Document, error)) {
	t.Helper()
	const with, most = "ख<b>&lt;", 3
	words := 0
	for _, token := range d.Tokens {
		if token.Kind != text.Word || !d.Whole(token.Span()) {
			continue
		}
		if words++; words > most {
			return
		}
		span := d.ToSource(token.Span())
		after, err := parse(d.Source[:span.Start] + escape(with) + d.Source[span.End:])
		if err != nil {
			t.Fatal(err)
		}
		if want := d.Text[:token.Start()] + with + d.Text[token.End():]; after.Text != want {
			t.Fatalf("with %q for %q the text is %q, want %q", with, d.Of(token), after.Text, want)
		}
	}
}

// tiled checks that the tokens of a document tile its text, that its blocks are in
// order, and that the map to the source never goes back.
func tiled(t *testing.T, d *text.Document) {
	t.Helper()
	at := 0
	for _, token := range d.Tokens {
		if token.Start() != at || token.End() <= at {
			t.Fatalf("token %q stands at %v, want it to start at %d", d.Of(token), token.Span(), at)
		}
		at = token.End()
	}
	if at != len(d.Text) {
		t.Fatalf("the tokens end at %d of %d", at, len(d.Text))
	}
	at = 0
	for _, b := range d.Blocks {
		if b.Span.Start < at || b.Span.End <= b.Span.Start || b.First >= b.Last || d.Tokens[b.First].Start() != b.Span.Start || d.Tokens[b.Last-1].End() != b.Span.End {
			t.Fatalf("block %+v, behind %d, is no stretch of tokens", b, at)
		}
		at = b.Span.End
	}
	last := text.Span{}
	for i := range len(d.Text) {
		span := d.ToSource(text.Span{Start: i, End: i + 1})
		if span.Start < last.Start || span.End < max(span.Start, last.End) || span.End > len(d.Source) {
			t.Fatalf("byte %d of the text maps to %v, behind %v", i, span, last)
		}
		last = span
	}
	if utf8.ValidString(d.Source) && !utf8.ValidString(d.Text) {
		t.Fatalf("the text %q of a valid source is not valid", d.Text)
	}
}
