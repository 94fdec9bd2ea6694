package rules

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// punctuationRules are the rules on punctuation, which share the places of a
// text among them.
func punctuationRules() []checker.Rule {
	var out []checker.Rule
	for _, rule := range All {
		if rule.Category == "punctuation" {
			out = append(out, rule)
		}
	}
	return out
}

func checkPunctuation(t *testing.T, source string) []checker.Finding {
	t.Helper()
	res := checker.CheckDocument(text.Plain("draft.txt", source), punctuationRules(), checker.Options{})
	for _, err := range res.Errors {
		t.Fatal(err)
	}
	return res.Findings
}

func TestPunctuationSeverityAndSafety(t *testing.T) {
	const rest = " बैठक हुई। सब आए। फ़ैसला कल होगा।"
	for _, tt := range []struct {
		source   string
		rule     string
		severity checker.Severity
		safe     bool
	}{
		{"बारिश जारी है |" + rest, "danda", checker.Warning, true},
		{"बारिश जारी है l" + rest, "danda", checker.Error, false},
		{"बारिश जारी है।।" + rest, "danda", checker.Warning, false},
		{"पटना।।" + rest, "danda", checker.Info, false},
		{"बारिश जारी है." + rest, "danda", checker.Warning, false},
		{"बारिश जारी है ।" + rest, "danda", checker.Warning, true},
		{"मनीला|" + rest, "danda", checker.Warning, false},
		{strings.TrimSpace(rest) + " अब सब लोग अपने घर लौट गए", "danda", checker.Info, false},
		{"बारिश , हवा।" + rest, "punctuation-spacing", checker.Warning, true},
		{"बारिश,हवा।" + rest, "punctuation-spacing", checker.Warning, true},
		{"बारिश  हवा।" + rest, "punctuation-spacing", checker.Info, true},
		{"बारिश ( हवा में)।" + rest, "punctuation-spacing", checker.Warning, true},
		{"वह आया. वह बैठा.वह गया.", "punctuation-spacing", checker.Warning, false},
		{"बारिश,, हवा।" + rest, "repeated-punctuation", checker.Warning, false},
		{"साथ - साथ चले।" + rest, "dash-style", checker.Info, false},
	} {
		got := checkPunctuation(t, tt.source)
		if len(got) != 1 {
			t.Errorf("%s: %d findings, want 1: %v", tt.source, len(got), got)
			continue
		}
		f := got[0]
		if f.Rule != tt.rule || f.Severity != tt.severity || len(f.Fixes) == 0 || f.Fixes[0].Safe != tt.safe {
			t.Errorf("%s: got %s %v %v, want %s %v safe=%v", tt.source, f.Rule, f.Severity, f.Fixes, tt.rule, tt.severity, tt.safe)
		}
	}
}

func TestPunctuationHabitIsSaidOnce(t *testing.T) {
	const n = 9
	for _, tt := range []struct {
		name, sentence string
		rule           string
		severity       checker.Severity
		want           string
	}{
		{"pipes", "नदी उफान पर है| ", "danda", checker.Warning, "नदी उफान पर है। "},
		{"spaced pipes", "नदी उफान पर है | ", "danda", checker.Warning, "नदी उफान पर है । "},
		{"lost line breaks", "नदी उफान पर है.", "punctuation-spacing", checker.Info, "नदी उफान पर है. "},
		{"spaces before commas", "नदी, पुल, घाट ,खेत सब हैं। ", "punctuation-spacing", checker.Info, "नदी, पुल, घाट, खेत सब हैं। "},
		{"compounds", "सब साथ - साथ हैं। ", "dash-style", checker.Info, "सब साथ-साथ हैं। "},
	} {
		source := strings.TrimSpace(strings.Repeat(tt.sentence, n))
		want := strings.TrimSpace(strings.Repeat(tt.want, n))
		got := checkPunctuation(t, source)
		if len(got) != 1 || got[0].Rule != tt.rule || got[0].Severity != tt.severity || len(got[0].Related) < n-2 {
			t.Errorf("%s: got %v, want one %s with the other places", tt.name, got, tt.rule)
			continue
		}
		fixed, _ := checker.Apply(source, got, func(checker.Finding, checker.Fix) bool { return true })
		if fixed != want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, fixed, want)
		}
	}
}

// pieces are what random drafts are made of: words, marks, and everything that
// marks are mistaken for.
var pieces = strings.Split(`है|था|गया|नदी|साथ|कहा|पी|आई|डॉ|5|10:30|NATO|l|I|www.example.com|`+
	`।|।|।।|॥|.|..|...|…|,|,,|;|:|?|!|?!|/|-|–|—|--|(|)|[|]|“|”|‘|’|"|'| | | | |  |     |`+"\n|\n\n|\t|\u00a0", "|")

func randomDraft(r *rand.Rand) string {
	var out strings.Builder
	for range 3 + r.IntN(40) {
		out.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(8) == 0 {
			out.WriteString("|")
		}
	}
	return out.String()
}

// letters returns a text without what the rules may change.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .,;:?!|।॥-–—lI()[]“”‘’\"", r) {
			return -1
		}
		return r
	}, s)
}

func TestPunctuationFindingsAreDisjointAndKeepTheWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		checkInvariants(t, randomDraft(r))
	}
}

func FuzzPunctuation(f *testing.F) {
	f.Add("बारिश जारी है |नदी , उफान पर है।।  साथ - साथ")
	f.Fuzz(checkInvariants)
}

func checkInvariants(t *testing.T, source string) {
	found := checkPunctuation(t, source)
	end := 0
	for _, f := range found {
		if f.Span.Start < end {
			t.Fatalf("%q: overlapping findings %v", source, found)
		}
		end = f.Span.End
	}
	safe := func(_ checker.Finding, fix checker.Fix) bool { return fix.Safe }
	first := func(f checker.Finding, fix checker.Fix) bool { return fix.Title == f.Fixes[0].Title }
	for _, accept := range []func(checker.Finding, checker.Fix) bool{safe, first} {
		fixed := source
		for round := 0; ; round++ {
			next, mended := checker.Apply(fixed, checkPunctuation(t, fixed), accept)
			if letters(next) != letters(source) {
				t.Fatalf("%q became %q", source, next)
			}
			if len(mended) == 0 {
				break
			}
			if fixed = next; round > 20 {
				t.Fatalf("%q: fixes never end", source)
			}
		}
	}
}

func TestPunctuationCostIsLinear(t *testing.T) {
	for _, piece := range []string{"(", "“", "( ", "क|", "है|", "है | ", "क।", "है।।", "।", ".", "?", "क -", "क - क", "-", "है.", "क ,", `" `, "  क", "क\n", "है। है। है। है। है। है है है है है\n\n\n"} {
		source := strings.Repeat(piece, 300_000/len(piece))
		start := time.Now()
		checkPunctuation(t, source)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q: %v for %d bytes", piece, took, len(source))
		}
	}
}

func TestPunctuationLeavesIndentsAndMarkupAlone(t *testing.T) {
	line := "   नदी का पानी रात से बढ़ रहा है और लोग अपने घर छोड़कर ऊँची जगह   \n"
	for _, source := range []string{
		"  नदी उफान पर है।  \n\n  गाँव ख़ाली है।",
		strings.Repeat(line, 6),
		"नदी <!-- nukta:off danda --> उफान पर है।",
	} {
		for _, f := range checkPunctuation(t, source) {
			if f.Rule == "punctuation-spacing" {
				t.Errorf("%q: %v", source, f)
			}
		}
	}
}

func TestEndsSentenceTakesNoInitialForAVerb(t *testing.T) {
	for _, source := range []string{"पी. विजयन आए। सब मिले।", "आई.एस.आई. पर आरोप लगा। सब मिले।"} {
		if got := checkPunctuation(t, source); len(got) > 0 {
			t.Errorf("%s: %v", source, got)
		}
	}
}
