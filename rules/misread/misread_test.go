package misread

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

// garble returns UTF-8 as Windows-1252 reads it, or Latin-1. What Windows-1252
// does not have stays a control character, as browsers have it.
func garble(s string, latin bool) string {
	var out strings.Builder
	for i := range len(s) {
		r := charmap.Windows1252.DecodeByte(s[i])
		if latin || r == utf8.RuneError {
			r = rune(s[i])
		}
		out.WriteRune(r)
	}
	return out.String()
}

// dropControls returns a text without the bytes that Windows-1252 does not have.
func dropControls(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x80 <= r && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

var sentences = []string{
	"नई दिल्ली में बैठक हुई।",
	"“भारत” ने ₹500 दिए – अच्छा…",
	"हाँ, 25 लोग आए; वे प्रसन्न हैं।",
	"मैं 😀 हूँ",
	"ठीक है।",
}

func TestBytes(t *testing.T) {
	for _, s := range sentences {
		for _, latin := range []bool{false, true} {
			once := garble(s, latin)
			for times, garbled := range []string{once, garble(once, latin), garble(once, !latin)} {
				text := "यह " + garbled + " है, NATO"
				runs := Bytes(text)
				if len(runs) != 1 || runs[0].Text != s || text[runs[0].Span.Start:runs[0].Span.End] != garbled || runs[0].Lost > 0 {
					t.Errorf("%s, Latin-1 %v, way %d: got %+v", s, latin, times, runs)
				}
			}
		}
	}
}

func TestBytesCases(t *testing.T) {
	for _, c := range []struct {
		text, stands, reads string
		lost                int
	}{
		{dropControls(garble("दिल्ली में प्रसन्न हुए", false)), "", "दिल्ली में प्रसन्न हुए", 0},
		{strings.Replace(dropControls(garble("दिल्ली", false)), "²à¥", "²à¥\ufffd", 1), "", "दिल्ली", 0},
		{dropControls(garble("“हाँ”", false)), "", "“हाँ”", 0},
		{dropControls(garble("स्\u200dवागत", false)), "", "स्\u200dवागत", 0},
		{dropControls(garble("ज़्लोक्ष", false)), "", "ज़\ufffdलोक\ufffdष", 2},
		{"कैफ़े CafÃ© खुला", "Ã©", "é", 0},
		{"कहा â€œठीक", "â€œ", "“", 0},
		{"Ã\u00a0Â¤Â¹Ã\u00a0Â¤Â¿", "", "हि", 0},
		{"Ã Â¤Â¹Ã Â¤Â¿", "", "हि", 0},
		{"ï»¿समाचार", "ï»¿", "\ufeff", 0},
		{"ï¿½ है", "ï¿½", "\ufffd", 1},
	} {
		if c.stands == "" {
			c.stands = c.text
		}
		runs := Bytes(c.text)
		if len(runs) != 1 {
			t.Errorf("%q: got %d runs", c.text, len(runs))
			continue
		}
		r := runs[0]
		if stands := c.text[r.Span.Start:r.Span.End]; stands != c.stands || r.Text != c.reads || r.Lost != c.lost {
			t.Errorf("%q: got %q for %q, %d lost; want %q for %q, %d lost", c.text, r.Text, stands, r.Lost, c.reads, c.stands, c.lost)
		}
	}
}

func TestGoodText(t *testing.T) {
	for _, s := range append([]string{
		"à la carte, déjà vu, São Paulo, Beyoncé, naïve, ÄÖÜ, Ångström", "“IRMÔ «À» È’ Ã”", "£5, ¥20, §3, 10½, ±2°", "à¤", "Â", "",
	}, sentences...) {
		if runs := Bytes(s); len(runs) > 0 {
			t.Errorf("%q: got %+v", s, runs)
		}
	}
}

func TestEscapes(t *testing.T) {
	for _, c := range []struct{ text, reads string }{
		{"&#2346;&#2381;&#2352;", "प्र"}, {"&#x92A;&#X094d;", "प्"}, {"&#2346; &#2352;", "प र"}, {`\u092a\u094D\u0930`, "प्र"}, {`\u{92a}\u{94d}`, "प्"},
		{"%u092a%u094d", "प्"}, {"%E0%A4%AA%e0%a5%8d", "प्"}, {"&nbsp;", "\u00a0"}, {"&ldquo;&rdquo;", "“”"}, {"&#8377;500&#2404;", "₹500।"},
		{"&foo; &; &#; &#x; &#xzz; &amp", ""}, {`\u09 \u \u{} \u{zz} \u{92a`, ""}, {"%E0%A4 100%E0 %zz % %C3%A9 %41", ""}, {"&#1; &#55296; &#99999999999;", ""},
		{"&#19968;", ""},
	} {
		var reads []string
		for _, r := range Escapes(c.text) {
			reads = append(reads, r.Text)
		}
		if got := strings.Join(reads, "|"); got != c.reads {
			t.Errorf("%q: got %q, want %q", c.text, got, c.reads)
		}
	}
}

func TestPrivate(t *testing.T) {
	for _, c := range []struct {
		text, reads string
		runs, lost  int
	}{
		{"\uf0b7 एक", "•", 1, 0}, {"\ue001\uf8ff\uf0b7", "", 1, 2}, {"\ue000 \uf0b7", "|•", 2, 1}, {"\ufeffकमल\ufffd❤\ufe0f", "", 0, 0},
	} {
		var reads []string
		lost := 0
		runs := Private(c.text)
		for _, r := range runs {
			reads = append(reads, r.Text)
			lost += r.Lost
		}
		if got := strings.Join(reads, "|"); got != c.reads || len(runs) != c.runs || lost != c.lost {
			t.Errorf("%q: got %q in %d runs, %d lost", c.text, got, len(runs), lost)
		}
	}
}

// TestGarbledText draws texts and wants them back from what a wrong reading makes
// of them.
func TestGarbledText(t *testing.T) {
	letters := []rune("कखगमनरलसहिाीुूेैोौ्ंँः़अआइए।“”‘’–…₹०५,. 7")
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(rapid.SampledFrom(letters), 1, 30).Draw(t, "text"))
		s = strings.TrimFunc(s, func(r rune) bool { return r < utf8.RuneSelf })
		if s == "" {
			return
		}
		garbled := garble(s, rapid.Bool().Draw(t, "latin"))
		if rapid.Bool().Draw(t, "twice") {
			garbled = garble(garbled, rapid.Bool().Draw(t, "then latin"))
		}
		if runs := Bytes(garbled); len(runs) != 1 || runs[0].Text != s {
			t.Fatalf("%q garbled %q: got %+v", s, garbled, runs)
		}
	})
}

// FuzzRuns wants runs in order, inside the text, of whole code points.
func FuzzRuns(f *testing.F) {
	for _, s := range sentences {
		f.Add(garble(s, false))
		f.Add(garble(garble(s, true), false))
	}
	f.Add(`&#2346;&#x92a;\u092a\u{92a}%u092a%E0%A4%AA &nbsp; \uf0b7`)
	f.Add("\uf0b7\ue000 Ã Â¤Â¹ â€ ï»¿ðŸ˜€")
	f.Fuzz(func(t *testing.T, s string) {
		check := func(runs []Run) {
			end := 0
			for _, r := range runs {
				if r.Span.Start < end || r.Span.End <= r.Span.Start || r.Span.End > len(s) || r.Units == 0 {
					t.Fatalf("%q: run %+v behind %d", s, r, end)
				}
				if utf8.ValidString(s) && !utf8.ValidString(s[r.Span.Start:r.Span.End]) || !utf8.ValidString(r.Text) {
					t.Fatalf("%q: run %+v cuts a code point", s, r)
				}
				end = r.Span.End
			}
		}
		check(Bytes(s))
		for _, e := range escapes {
			check(escapesOf(s, e.begin, e.unit))
		}
		for _, r := range Private(s) {
			check([]Run{r})
		}
	})
}

// TestLongText wants long lines to cost no more than short ones a byte.
func TestLongText(t *testing.T) {
	for _, part := range []string{garble("नई दिल्ली ", false), "Ã", "à¤", "â€", "&", "&#", "&#2346;", `\u`, "%E0", "%E0%A4%AA", "\ue000", "\uf0b7\ue000 ", "à¤à¥ "} {
		s := strings.Repeat(part, 1<<20/len(part))
		start := time.Now()
		Bytes(s)
		Escapes(s)
		Private(s)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: took %v", part, took)
		}
	}
}
