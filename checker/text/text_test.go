package text

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// kinds writes a text's tokens as kind and text, without spaces.
func kinds(s string) string {
	names := map[Kind]string{Break: "⏎", Word: "w", Latin: "l", Number: "n", Punct: "p", Opaque: "o", Other: "x", Invalid: "!"}
	d := Plain("t", s)
	var out []string
	for _, t := range d.Tokens {
		if t.Kind != Space {
			out = append(out, names[t.Kind]+":"+strings.TrimSpace(d.Of(t)))
		}
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"पुतिन ने कहा।", "w:पुतिन w:ने w:कहा p:।"},
		{"श्\u200dयाम और सन्\u200c १९४७", "w:श्\u200dयाम w:और w:सन्\u200c n:१९४७"},
		{"1,00,000 रुपये, 3.5 फीसदी; 10:30", "n:1,00,000 w:रुपये p:, n:3.5 w:फीसदी p:; n:10 p:: n:30"},
		{"G20 और COVID-19", "l:G20 w:और l:COVID p:- n:19"},
		{"https://example.com/a?b=c, देखें", "o:https://example.com/a?b=c p:, w:देखें"},
		{"(www.example.in) desk@example.com।", "p:( o:www.example.in p:) o:desk@example.com p:।"},
		{"@nukta_hi #नुक्ता #", "o:@nukta_hi o:#नुक्ता p:#"},
		{"डा० बी०ए० डॉ॰", "w:डा n:० w:बी n:० w:ए n:० w:डॉ p:॰"},
		{"5वां, 21वीं", "n:5 w:वां p:, n:21 w:वीं"},
		{"👨\u200d👩\u200d👧 ₹500", "x:👨\u200d👩\u200d👧 x:₹ n:500"},
		{"क\xff\xfeख", "w:क !:\xff\xfe w:ख"},
		{"भा\u200bरत\u200b", "w:भा\u200bरत x:\u200b"},
		{"don't ’80", "l:don't p:’ n:80"},
		{"अंत।\r\nनया", "w:अंत p:। ⏎: w:नया"},
	} {
		if got := kinds(c.text); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func sentencesOf(s string) []string {
	d := Plain("t", s)
	var out []string
	for _, r := range d.Sentences() {
		out = append(out, strings.TrimSpace(d.Text[d.Tokens[r.First].Start():d.Tokens[r.Last-1].End()]))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"वह आया। वह गया। क्यों? बस!", "वह आया।|वह गया।|क्यों?|बस!"},
		{"उसने कहा, “मैं जाऊँगा।” फिर वह गया।", "उसने कहा, “मैं जाऊँगा।”|फिर वह गया।"},
		{"एस. जयशंकर आए. डॉ. सिंह भी आए.", "एस. जयशंकर आए.|डॉ. सिंह भी आए."},
		{"दर 3.5 फीसदी रही। अंत", "दर 3.5 फीसदी रही।|अंत"},
		{"श्री. राम आए। गए।", "श्री. राम आए।|गए।"},
		{"एक पंक्ति\nदूसरी पंक्ति।", "एक पंक्ति|दूसरी पंक्ति।"},
	} {
		if got := strings.Join(sentencesOf(c.text), "|"); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	d := Plain("t", "बड़ी खबर आई\n\nपहला पैरा यहाँ है।\nदूसरा पैरा।\n")
	if len(d.Blocks) != 3 || d.Blocks[0].Kind != Heading || d.Blocks[1].Kind != Paragraph {
		t.Errorf("got %v, want a heading and two paragraphs", d.Blocks)
	}
	wrapped := strings.Repeat(strings.Repeat("शब्द ", 14)+"और\n", 4) + "अंत।\n\n" + strings.Repeat("नया ", 18) + "\n" + "समाप्त।\n"
	if d := Plain("t", wrapped); len(d.Blocks) != 2 {
		t.Errorf("hard-wrapped text: got %d blocks, want 2", len(d.Blocks))
	}
}

// TestPositions has an emoji, a क़ typed as U+0958 and a CRLF before the word:
// pure Hindi hides faults of UTF-16 columns.
func TestPositions(t *testing.T) {
	s := "\ufeff😀 क़लम।\r\n😀 क़लम स्ट्रेटेजिक पुटिन"
	m := NewMapper(s)
	got := m.Position(strings.Index(s, "पुटिन"))
	want := Position{Offset: strings.Index(s, "पुटिन"), Line: 2, Column: 20, UTF16: 20, Akshara: 12}
	want.Byte = len("😀 क़लम स्ट्रेटेजिक ")
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if back := m.Offset(got.Line, got.UTF16); back != got.Offset {
		t.Errorf("offset of the position: got %d, want %d", back, got.Offset)
	}
	if got := m.Position(3); got.Column != 1 || got.UTF16 != 0 || got.Byte != 3 {
		t.Errorf("behind the BOM: got %+v, want column 1, byte 3", got)
	}
}

// TestPositionsOfLongLine compares remembered steps with counting from the
// line's start.
func TestPositionsOfLongLine(t *testing.T) {
	s := "अ\n" + strings.Repeat("स्ट्रे क़ 😀 ", 2000)
	m := NewMapper(s)
	at := Position{Offset: len("अ\n"), Line: 2, Column: 1, Akshara: 1}
	for at.Offset < len(s) {
		at.Byte = at.Offset - len("अ\n")
		if got := m.Position(at.Offset); got != at {
			t.Fatalf("offset %d: got %+v, want %+v", at.Offset, got, at)
		}
		at = at.after(Akshara(s[at.Offset:]))
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"\u0958लम", "क\u093cलम"},
		{"स्\u200dवास्\u200dथ्\u200dय", "स्वास्थ्य"},
		{"भा\u200bरत", "भारत"},
		{"सन्\u200c", "सन्"},
	} {
		if got := Fold(c.word); got != c.want {
			t.Errorf("%q: got %q, want %q", c.word, got, c.want)
		}
	}
	if a, b := FormOf("\u0958लम"), FormOf("क\u093cलम"); a.Canonical != b.Canonical {
		t.Error("two encodings of one word have two canonical forms")
	}
}

// TestFoldedAgrees compares the short cut of Fold with normalisation for every
// pair of Devanagari code points.
func TestFoldedAgrees(t *testing.T) {
	for a := rune(0x900); a <= 0x97f; a++ {
		for b := rune(0x900); b <= 0x97f; b++ {
			word := string([]rune{'क', a, b})
			if folded(word) && norm.NFC.String(word) != word {
				t.Errorf("%+q is not in NFC", word)
			}
		}
	}
}

func TestBuildMapsToSource(t *testing.T) {
	source := "<p>टॉम &amp; <b>मो</b>दी</p>"
	at := func(s string) int { return strings.Index(source, s) }
	d := Build("t", source, []Part{{Paragraph, []Piece{
		{Text: "टॉम ", Source: Span{at("टॉम"), at("&amp;")}},
		{Text: "&", Source: Span{at("&amp;"), at("&amp;") + 5}, Escape: true},
		{Text: " ", Source: Span{at("&amp;") + 5, at("<b>")}},
		{Text: "मो", Source: Span{at("मो"), at("</b>")}},
		{Text: "दी", Source: Span{at("दी"), at("</p>")}},
	}}}, nil)
	i := strings.Index(d.Text, "मोदी")
	span := Span{i, i + len("मोदी")}
	if got := d.ToSource(span); source[got.Start:got.End] != "मो</b>दी" {
		t.Errorf("got %q", source[got.Start:got.End])
	}
	if d.Whole(span) {
		t.Error("a word with markup inside is not whole")
	}
	amp := strings.Index(d.Text, "&")
	if got := d.ToSource(Span{amp, amp + 1}); source[got.Start:got.End] != "&amp;" {
		t.Errorf("got %q, want the escape", source[got.Start:got.End])
	}
	if !d.Whole(Span{0, amp + 2}) {
		t.Error("a stretch with an escape inside is whole")
	}
}

func TestWhole(t *testing.T) {
	const source = "क&nbsp;&zwj;<br>ख"
	d := Build("t", source, []Part{{Paragraph, []Piece{
		{Text: "क", Source: Span{0, 3}},
		{Text: "\u00a0", Source: Span{3, 9}, Escape: true},
		{Text: "\u200d", Source: Span{9, 14}, Escape: true},
		{Text: "\n", Source: Span{14, 18}},
		{Text: "ख", Source: Span{18, 21}},
	}}}, nil)
	for _, c := range []struct {
		name string
		span Span
		want bool
	}{
		{"a letter", Span{0, 3}, true},
		{"a letter and an escape", Span{0, 5}, true},
		{"an escape", Span{3, 5}, true},
		{"two escapes", Span{3, 8}, true},
		{"a part of an escape", Span{3, 4}, false},
		{"the end of an escape", Span{4, 5}, false},
		{"an escape and a part of one", Span{3, 6}, false},
		{"markup that reads as a line end", Span{8, 9}, false},
		{"markup at the end", Span{5, 9}, false},
		{"markup at the start", Span{8, 12}, false},
		{"markup inside", Span{0, 12}, false},
		{"the end of a block", Span{9, 13}, false},
	} {
		if got := d.Whole(c.span); got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "पुतिन ने “कहा”।", "\xff\xe0\xa4", "क\u200d\u200c्", "a@b.c #अ १,२३", "\r\n\r\r\n", "<!-- nukta:off a --> ख", "\ufeffअ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Plain("f", s)
		at := 0
		for i, tok := range d.Tokens {
			if tok.Start() != at || tok.End() <= at {
				t.Fatalf("token %d is %v, want it to start at %d", i, tok.Span(), at)
			}
			at = tok.End()
			if tok.Kind != Invalid && !utf8.ValidString(d.Of(tok)) {
				t.Fatalf("token %q is cut inside a code point", d.Of(tok))
			}
			if (tok.Kind == Word) != (tok.Form >= 0) {
				t.Fatalf("token %q: form %d of kind %d", d.Of(tok), tok.Form, tok.Kind)
			}
			source := d.ToSource(tok.Span())
			if d.Source[source.Start:source.End] != d.Of(tok) {
				t.Fatalf("token %q maps to %q", d.Of(tok), d.Source[source.Start:source.End])
			}
		}
		if at != len(d.Text) {
			t.Fatalf("tokens end at %d of %d", at, len(d.Text))
		}
		last := 0
		for _, r := range d.Sentences() {
			if r.First < last || r.Last <= r.First {
				t.Fatalf("sentence %v overlaps or is empty", r)
			}
			last = r.Last
		}
		m := NewMapper(s)
		for at := range s {
			p := m.Position(at)
			if p.Offset != at && utf8.ValidString(s) {
				t.Fatalf("position of %d has offset %d", at, p.Offset)
			}
		}
	})
}

// TestDocumentsKeepTheirTokens makes documents on several goroutines at once:
// the memory that one text leaves for the next must not reach a document.
func TestDocumentsKeepTheirTokens(t *testing.T) {
	sources := make([]string, 64)
	for i := range sources {
		sources[i] = strings.Repeat("पुतिन, "+strings.Repeat("क", i+1)+" ", 40+i)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for round := range 100 {
				for i, source := range sources {
					d := Plain("t", source)
					at := 0
					for _, token := range d.Tokens {
						if token.Start() != at {
							t.Errorf("round %d, text %d: a token starts at %d, want %d", round, i, token.Start(), at)
							return
						}
						at = token.End()
					}
				}
			}
		})
	}
	group.Wait()
}

// TestFoldedIsNFC holds that the short way of Fold gives what the long one would,
// for every sequence of three code points of the block that ends in a sign.
func TestFoldedIsNFC(t *testing.T) {
	for a := rune(0x900); a < 0x980; a++ {
		for b := rune(0x900); b < 0x980; b++ {
			for _, c := range "\u093c\u094d\u093e\u0902क" {
				word := string([]rune{'क', a, b, c})
				if folded(word) && norm.NFC.String(word) != word {
					t.Errorf("%+q is taken for NFC", word)
				}
			}
		}
	}
	for _, word := range []string{"लड़का", "ज़्यादा", "पढ़ाई"} {
		if !folded(word) {
			t.Errorf("%s takes the long way", word)
		}
	}
}
