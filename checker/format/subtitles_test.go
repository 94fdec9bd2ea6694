package format

import (
	"strings"
	"testing"
	"time"

	"github.com/nukta/nukta/checker/text"
)

func TestSubtitles(t *testing.T) {
	const at = "00:00:01,000 --> 00:00:02,000"
	for _, c := range []struct{ name, file, source, want string }{
		{"cues", "a.srt", "1\n" + at + "\nएक\nदो।\n\n2\n" + at + " X1:10\nतीन।\n", "p एक दो।\np तीन।"},
		{"CRLF and a byte order mark", "a.srt", "\ufeff1\r\n" + at + "\r\nएक\r\nदो।\r\n\r\n2\r\n" + at + "\r\nतीन।\r\n", "p एक दो।\np तीन।"},
		{"CR", "a.srt", "1\r" + at + "\rएक\rदो।\r\r2\r" + at + "\rतीन।", "p एक दो।\np तीन।"},
		{"a sentence over cues", "a.srt", "1\n" + at + "\nएक\n\n2\n" + at + "\nदो\n\n3\n" + at + "\nतीन।\n\n4\n" + at + "\nचार?\n", "p एक दो तीन।\np चार?"},
		{"a quotation over cues", "a.srt", "1\n" + at + "\nवे बोले, “एक।\n\n2\n" + at + "\nदो।\n\n3\n" + at + "\nतीन।”\n\n4\n" + at + "\nचार!\n", "p वे बोले, “एक। दो। तीन।”\np चार!"},
		{"straight quotes", "a.srt", "1\n" + at + "\n\"एक\n\n2\n" + at + "\nदो\"\n\n3\n" + at + "\nतीन\n", "p \"एक दो\"\np तीन"},
		{"no marks of sentences", "a.srt", strings.Repeat("1\n"+at+"\nएक दो\n\n", 3), "p एक दो\np एक दो\np एक दो"},
		{"tags", "a.srt", at + "\n{\\an8}<i>ए<b>क</b></i> <font color=\"red\">दो</font> <3 {तीन} 5<6 <a\n", "p एक दो <3 {तीन} 5<6 <a"},
		{"tags at the edges", "a.srt", at + "\n<i> एक </i>\n <b> दो</b> <i></i>\nतीन\n", "p एक दो तीन"},
		{"speakers", "a.srt", at + "\n- एक?\n<i>- दो।</i>\n", "p - एक?⏎- दो।"},
		{"no blank line between cues", "a.srt", "1\n" + at + "\nएक।\n2\n" + at + "\n2024\nदो।\n", "p एक।\np 2024 दो।"},
		{"blank line in a cue", "a.srt", "1\n" + at + "\nएक,\n\nदो।\n\n2\n\n" + at + "\nतीन।\n", "p एक, दो।\np तीन।"},
		{"no references", "a.srt", at + "\nएक &amp; दो\n", "p एक &amp; दो"},
		{"WebVTT", "a.vtt", "WEBVTT - शीर्षक\nKind: captions\n\nपहला\n00:01.000 --> 00:02.000 line:0 align:start\n<v.loud राम>एक</v> <c.x>दो</c> &amp; <00:01.500>तीन।\n\n00:03.000 --> 00:04.000\nचार।\n", "p एक दो & तीन।\np चार।"},
		{"WebVTT blocks", "a.vtt", "\ufeffWEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:क\n\nNOTE एक\nदो\n\nNOTE\n\nतीन\n\n00:01.000 --> 00:02.000\nNOTE चार।\n", "p NOTE चार।"},
		{"WebVTT without blank lines", "a.vtt", "WEBVTT\n00:01.000 --> 00:02.000\nएक।\n\nNOTE दो\n00:03.000 --> 00:04.000\nतीन।\n", "p एक।\np तीन।"},
		{"not subtitles", "a.srt", "एक।\n\nदो।", "p एक।\np दो।"},
		{"empty", "a.srt", "", ""},
		{"empty cues", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:01.000 --> 00:02.000\n<i></i>\n", ""},
		{"not UTF-8", "a.srt", at + "\nएक\xff\n", "p एक\xff"},
	} {
		d, err := Parse(c.file, c.source)
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

func TestSubtitleSpans(t *testing.T) {
	source := "\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\n😀 \u0958लम रा<i>ष्ट्र</i>पति\r\nएक &amp;\r\n\r\n00:03.000 --> 00:04.000\r\nदो।\r\n"
	d, err := Parse("a.vtt", source)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, source string
		whole        bool
	}{
		{"\u0958लम", "\u0958लम", true},
		{"राष्ट्रपति", "रा<i>ष्ट्र</i>पति", false},
		{"पति एक", "पति\r\nएक", false},
		{"एक &", "एक &amp;", true},
		{"दो", "दो", true},
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

func TestSubtitleDirectives(t *testing.T) {
	for _, c := range []struct{ file, source, want string }{
		{"a.vtt", "WEBVTT\n\nNOTE nukta:off danda\n\n<!-- nukta:on -->\n\nNOTE\nnukta:off\n\nNOTE nukta:other\n\nNOTE nukta:off\nक\n\n00:01.000 --> 00:02.000\nnukta:off\n", "nukta:off danda, <!-- nukta:on -->, nukta:off"},
		{"a.srt", "<!-- nukta:off -->\n\n00:01,000 --> 00:02,000\n<!-- nukta:on -->\nक\n", "<!-- nukta:off -->, <!-- nukta:on -->"},
	} {
		d, err := Parse(c.file, c.source)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, directive := range d.Directives {
			got = append(got, c.source[directive.Span.Start:directive.Span.End])
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %q, want %s", c.file, got, c.want)
		}
	}
}

func TestHostileSubtitles(t *testing.T) {
	const n = 100_000
	const at = "00:00:01,000 --> 00:00:02,000\n"
	for _, c := range []struct{ name, source string }{
		{"blank lines", strings.Repeat("\n", 1_000_000)},
		{"CRs", strings.Repeat("\r", 1_000_000)},
		{"blank lines between cues", at + "क" + strings.Repeat(" \n", 1_000_000) + at + "ख"},
		{"cues", strings.Repeat(at+"क\n\n", n)},
		{"timings", strings.Repeat(at, n)},
		{"arrows", strings.Repeat("--> ", n)},
		{"numbers", strings.Repeat("1\n", n)},
		{"lines before a timing", strings.Repeat("क\n", n) + at},
		{"lines of a cue", at + strings.Repeat("क\n", n)},
		{"opening quotes", strings.Repeat(at+"“क\n\n", n)},
		{"tags that do not end", at + strings.Repeat("<i", n) + strings.Repeat("{\\", n)},
		{"tags", at + strings.Repeat("<i> ", n)},
		{"notes", strings.Repeat("NOTE\n", n) + strings.Repeat("NOTE\n\n", n)},
		{"comments", strings.Repeat("<!--\n", n)},
		{"references", at + strings.Repeat("&lt;", n)},
	} {
		for _, name := range []string{"a.srt", "a.vtt"} {
			start := time.Now()
			d, err := Parse(name, c.source)
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
	}
}

func FuzzSubtitles(f *testing.F) {
	f.Add("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>क</i> “ख\r\n- ग।\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nघ”\r\n", false)
	f.Add("WEBVTT\n\nNOTE nukta:off\n\nSTYLE\nx\n\nक\n00:01.000 --> 00:02.000 line:0\n<v ख>ग &amp;</v>\n\n<!-- nukta:on -->\n", true)
	f.Fuzz(func(t *testing.T, source string, vtt bool) {
		if len(source) > 4000 {
			return
		}
		d, err := subtitles("a", source, vtt)
		if err != nil {
			t.Fatal(err)
		}
		tiled(t, d)
		sound(t, "fuzz", d)
		if vtt {
			replaced(t, d, htmlEscape(text.UTF8), func(source string) (*text.Document, error) { return subtitles("a", source, vtt) })
		}
	})
}
