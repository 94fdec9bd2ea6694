package rules

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules/krutidev"
)

// romanised are sentences of Hindi in Latin letters, as messages have it.
var romanised = []string{
	"Pradhan Mantri ne kaha ki desh aage badh raha hai.",
	"Aaj subah se barish ho rahi hai aur sadak par pani bhara hai.",
	"Mujhe nahi pata ki kal school khulega ya nahi.",
	"Sarkar ne kisano ke liye nayi yojana shuru ki hai.",
	"Bhai, tum kab aa rahe ho? Hum sab intezaar kar rahe hain.",
	"Is film mein gaane bahut achhe hain lekin kahani kamzor hai.",
	"Police ne do logon ko giraftaar kiya, jaanch jaari hai.",
	"kya haal hai yaar, sab theek thaak?",
	"Ghar ka kaam khatam karke main bazaar jaungi.",
	"Dilli mein pradushan phir se badh gaya.",
	"Usne kaha tha ki woh zaroor aayega, par aaya nahi.",
	"Chunav ayog ne tareekhon ka elaan kar diya hai.",
	"Maa ne kheer banayi, sabne pet bhar ke khayi.",
	"Rail gaadi teen ghante der se pahunchi.",
	"Yeh khabar jhoothi hai, kripya aage na bhejein.",
	"Hamare gaon mein ab bijli aa gayi hai.",
	"ok ji, kal milte hain, shubh ratri.",
	"Khiladi ne shatak banaya aur team jeet gayi.",
	"DM ne kaha ki sabhi vibhag report dein.",
	"Vidyarthi apni pariksha ki taiyari mein lage hain.",
}

// english has what may look like legacy text: code, lists, other languages.
var english = []string{
	"The Prime Minister said on Friday that the talks would go on.",
	"if x[i] < y[j] { x[i], y[j] = y[j], x[i]; k++ }",
	"SELECT d.id, d.nk FROM d WHERE d.k = 'x' AND d.s = 'fd';",
	"const f = (a, b) => a.k ? b.k : [a, b].map(x => x.fd);",
	"v1.2.0 v1.2.1 v1.3.0; x86_64, i686, arm64",
	"qwerty asdf; zxcv hjkl uiop",
	"Łódź, Kraków, Gdańsk und München; naïve façade, smörgåsbord",
	"C'est là où l'été a été très agréable, n'est-ce pas?",
	"ls -l | grep fd | awk '{print $2}' > /dev/null",
	"H2O, CO2, NaCl and KMnO4 [aq] -> [s]",
}

func TestNoLegacyText(t *testing.T) {
	rules := []checker.Rule{legacyFont, mojibake}
	for _, s := range append(romanised, english...) {
		for _, around := range []string{"", "यह लिखा था: "} {
			for _, f := range checker.CheckDocument(text.Plain("case.txt", around+s), rules, checker.Options{}).Findings {
				t.Errorf("%s: got %s %q", s, f.Rule, f.Text)
			}
		}
	}
}

// TestLegacyFile checks a file that an editor of the time saved: the bytes of
// Windows-1252, several paragraphs. No other rule of the category speaks in it.
func TestLegacyFile(t *testing.T) {
	want := "मुख्यमंत्री ने (आज) कहा कि “कार्य” पूर्ण हुआ।\n\nविपक्ष ने विरोध प्रदर्शन किया; दृश्य टीवी पर दिखाया गया।\n"
	typed, ok := krutidev.Encode(want)
	if !ok {
		t.Fatal("the layout does not have the text")
	}
	source, err := charmap.Windows1252.NewEncoder().String(typed)
	if err != nil {
		t.Fatal(err)
	}
	found := checkGraphemes(t, source)
	for _, f := range found {
		if f.Rule != "legacy-font" || len(f.Fixes) != 1 || f.Fixes[0].Safe {
			t.Errorf("got %s %q with %v", f.Rule, f.Text, f.Fixes)
		}
	}
	if len(found) != 2 {
		t.Errorf("got %d findings, want one a paragraph", len(found))
	}
	if got, _ := checker.Apply(source, found, anyFix); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEscapesInProse has what the page cannot show, since pages read escapes too.
func TestEscapesInProse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`शीर्षक \u092a\u0924\u093e है`, "शीर्षक पता है"},
		{`पत\u093e है`, "पता है"},
		{`यह \u092a है`, `यह \u092a है`},
		{`{"शीर्षक": "\u092a\u0924\u093e"}`, `{"शीर्षक": "\u092a\u0924\u093e"}`},
		{"यह `\\u092a\\u0924\\u093e` है", "यह `\\u092a\\u0924\\u093e` है"},
		{`पता https://x.in/?q=%E0%A4%AA%E0%A4%A4 है`, `पता https://x.in/?q=%E0%A4%AA%E0%A4%A4 है`},
		{`<p>है&nbsp;और</p>`, `<p>है&nbsp;और</p>`},
		{`Hello&nbsp;world`, `Hello&nbsp;world`},
	} {
		if got, _ := checker.Apply(c.text, checkGraphemes(t, c.text), anyFix); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestGarbledFixes draws Hindi text that legacy text, text in another encoding,
// escapes and signs of fonts interrupt: nothing overlaps, an edit stays inside
// its finding, and applying all fixes leaves none.
func TestGarbledFixes(t *testing.T) {
	parts := []string{
		"देश में", "हिंदी", "और", "।", " ", " ", "\n", "ljdkj us QSlyk cny fn;k", "à¤\u00adà¤¾à¤°à¤¤", "Ã©", "â€œ", "&#2346;&#2381;", "&nbsp;", `\u092a\u0924`, "%E0%A4%AA",
		"ÂýÏæÙ×¢˜æè ÙÚÔ¢¼ý ×æð¼è", "बा•ी", "आíथक", "“ीतों", "\uf0b7", "\ue000", "\ufffd", "भा◌रत", "`", "“", "”", "\xe0\xa4", "•", "ï", "NATO ",
	}
	rules := []checker.Rule{legacyFont, mojibake}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "parts"), "")
		found := checker.CheckDocument(text.Plain("case.txt", s), rules, checker.Options{}).Findings
		for i, f := range found {
			if i > 0 && f.Span.Start < found[i-1].Span.End {
				t.Fatalf("%q: %s %v overlaps %v", s, f.Rule, f.Span, found[i-1].Span)
			}
			for _, fix := range f.Fixes {
				for _, e := range fix.Edits {
					if !f.Span.Contains(e.Span) {
						t.Fatalf("%q: %s edits %v outside %v", s, f.Rule, e.Span, f.Span)
					}
				}
			}
		}
		for range 4 {
			s, _ = checker.Apply(s, found, anyFix)
			found = checker.CheckDocument(text.Plain("case.txt", s), rules, checker.Options{}).Findings
		}
		for _, f := range found {
			if len(f.Fixes) > 0 {
				t.Fatalf("%q: a fix of %q is left", s, f.Text)
			}
		}
	})
}

// TestGarbledLongText wants long lines to cost no more than short ones a byte.
func TestGarbledLongText(t *testing.T) {
	for _, part := range []string{
		"ljdkj us dgk ", "x ", "` x ", "ÂýÏæÙ×¢˜æè ", "à¤¹", "क•ी", "कí", "“ी", "क◌ा", "&#2346;", "\xff", "\ue000", "&amp; ",
	} {
		doc := text.Plain("case.txt", strings.Repeat(part, 1<<19/len(part)))
		start := time.Now()
		findGarbled(doc)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: took %v", part, took)
		}
	}
}
