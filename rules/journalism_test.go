package rules

import (
	"strings"
	"testing"
	"time"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// findings returns what rules find in a plain text.
func findings(t *testing.T, source string, rules ...checker.Rule) []checker.Finding {
	t.Helper()
	return findingsIn(t, text.Plain("draft.txt", source), rules...)
}

func findingsIn(t *testing.T, d *text.Document, rules ...checker.Rule) []checker.Finding {
	t.Helper()
	res := checker.CheckDocument(d, rules, checker.Options{})
	for _, err := range res.Errors {
		t.Fatal(err)
	}
	return res.Findings
}

// applied returns the text with the first fix of each finding.
func applied(source string, found []checker.Finding) string {
	fixed, _ := checker.Apply(source, found, func(checker.Finding, checker.Fix) bool { return true })
	return fixed
}

// headed returns a document with a heading and a paragraph.
func headed(heading, paragraph string) *text.Document {
	source := heading + "\n\n" + paragraph
	at := len(heading) + 2
	return text.Build("draft.md", source, []text.Part{
		{Kind: text.Heading, Pieces: []text.Piece{{Text: heading, Source: text.Span{Start: 0, End: len(heading)}}}},
		{Kind: text.Paragraph, Pieces: []text.Piece{{Text: paragraph, Source: text.Span{Start: at, End: len(source)}}}},
	}, nil)
}

func TestHeadlineOfAHeading(t *testing.T) {
	const rest = "बैठक शनिवार को हुई।"
	for _, tt := range []struct{ heading, want string }{
		{"बैठक में नई योजना पर चर्चा हुई।", "बैठक में नई योजना पर चर्चा हुई"},
		{"बैठक में नई योजना पर चर्चा हुई |", "बैठक में नई योजना पर चर्चा हुई"},
		{"बैठक में नई योजना पर चर्चा हुई.", "बैठक में नई योजना पर चर्चा हुई"},
		{"बैठक में ‘नई योजना’;", "बैठक में ‘नई योजना’"},
		{"नई योजना पर चर्चा?", ""},
		{"नई योजना, नया काम!", ""},
		{"नई योजना पर चर्चा...", ""},
		{"योजना बनाएगी काम प्रा. लि.", ""},
		{"नई योजना पर चर्चा", ""},
	} {
		d := headed(tt.heading, rest)
		found := findingsIn(t, d, headline)
		if tt.want == "" {
			if len(found) > 0 {
				t.Errorf("%s: got %v, want silence", tt.heading, found)
			}
			continue
		}
		if got := applied(d.Source, found); len(found) != 1 || got != tt.want+"\n\n"+rest {
			t.Errorf("%s: got %q", tt.heading, got)
		}
	}
}

func TestLimitsOfWords(t *testing.T) {
	sentence := strings.Repeat("पानी ", 8) + "है।"
	for _, tt := range []struct {
		max  int
		want string
	}{{9, ""}, {8, "है"}, {7, "पानी है"}, {0, ""}, {-1, ""}} {
		short := sentenceLength
		short.Options = sentenceOptions{Max: tt.max}
		got := ""
		for _, f := range findings(t, sentence, short) {
			got += f.Text
		}
		if got != tt.want {
			t.Errorf("max %d: got %q, want %q", tt.max, got, tt.want)
		}
	}
}

func TestUnitFixesMendAll(t *testing.T) {
	const a, b = "बिक्री 20 प्रतिशत बढ़ी। लागत 5 प्रतिशत घटी।", " मुनाफा 12% और कर 3 फीसदी रहा।"
	for _, tt := range []struct{ source, want string }{
		{a + b, a + " मुनाफा 12 प्रतिशत और कर 3 प्रतिशत रहा।"},
		{"कर 3% और 4% है, लागत 5 प्रतिशत।", "कर 3% और 4% है, लागत 5%।"},
		{"उसने 500 रुपये और 5 लाख रुपये दिए, 20 रु. लिए।", "उसने 500 रुपये और 5 लाख रुपये दिए, 20 रुपये लिए।"},
		{"उसने 500 रुपये और 5 लाख रुपये दिए, ₹20 लिए।", "उसने 500 रुपये और 5 लाख रुपये दिए, ₹20 लिए।"},
		{"लागत 5 प्रतिशत घटी, कर 3%।", "लागत 5 प्रतिशत घटी, कर 3%।"},
	} {
		found := findings(t, tt.source, unitStyle)
		if got := applied(tt.source, found); len(found) != 1 || got != tt.want {
			t.Errorf("%s: %d findings, fixed %q", tt.source, len(found), got)
		}
	}
	if few := findings(t, a+b, unitStyle)[0]; len(few.Related) != 2 {
		t.Errorf("related places: got %v, want the other rare one and the model", few.Related)
	}
	only := unitStyle
	only.Options = unitOptions{Units: []string{"length"}}
	if found := findings(t, a+b, only); len(found) > 0 {
		t.Errorf("got %v for a unit that the options leave out", found)
	}
}

func TestGroupings(t *testing.T) {
	for _, tt := range []struct{ number, want string }{
		{"100,000", "1,00,000"}, {"1,000,000", "10,00,000"}, {"12,345,678", "1,23,45,678"}, {"123,456,789", "12,34,56,789"},
		{"१,२३४,५६७", "१२,३४,५६७"}, {"999,999.75", "9,99,999.75"}, {"1,00,000", ""}, {"12,34,567", ""}, {"99,999", ""},
		{"1000000", ""}, {"1,2345,678", ""}, {"0,000", ""}, {"147,148,149", ""}, {"1,00,000,000", ""},
	} {
		found := findings(t, "वहाँ "+tt.number+" लोग हैं।", numberGrouping)
		got := ""
		if len(found) > 0 {
			got = found[0].Fixes[0].Title
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.number, got, tt.want)
		}
	}
	const many = "वहाँ 100,000 थे, फिर 200,000, 300,000 और 400,000 हुए।"
	if found := findings(t, many, numberGrouping); len(found) != 1 || strings.Contains(applied(many, found), "00,000 ") && !strings.Contains(applied(many, found), "4,00,000 ") {
		t.Errorf("a habit: got %v", found)
	}
}

func TestRepeatedWordFixes(t *testing.T) {
	wrapped := strings.Repeat("यह पंक्ति एक अनुच्छेद की है और बीच में टूटती है क्योंकि वह बहुत\n", 3)
	for _, tt := range []struct {
		source, want string
		safe         bool
	}{
		{"वह अस्पताल में में है।", "वह अस्पताल में है।", true},
		{"वह अस्पताल में  में में है।", "वह अस्पताल में है।", true},
		{"बीमार\nवह अस्पताल में\nमें है।", "बीमार\nवह अस्पताल में\nहै।", true},
		{wrapped + "लंबी है और उसे तोड़ने वाले ने एक ही कारक चिह्न को\nको दो बार लिखा।\n", wrapped + "लंबी है और उसे तोड़ने वाले ने एक ही कारक चिह्न को\nदो बार लिखा।\n", true},
		{wrapped + "लंबी है और उसे तोड़ने वाले ने लिखा कि यह पंक्ति लंबी है और\nऔर यह भी लंबी है।\n", wrapped + "लंबी है और उसे तोड़ने वाले ने लिखा कि यह पंक्ति लंबी है और\nयह भी लंबी है।\n", false},
		{"लोगों की की मदद।", "लोगों की मदद।", false},
		{"पानी है है।", "पानी है।", false},
		{"बच्चों में में\u200d है।", "बच्चों में है।", true},
	} {
		found := findings(t, tt.source, repeatedWord)
		if got := applied(tt.source, found); len(found) != 1 || got != tt.want || found[0].Fixes[0].Safe != tt.safe {
			t.Errorf("%q: %d findings, fixed %q", tt.source, len(found), got)
		}
	}
	for _, silent := range []string{
		"बीमार\nवह अस्पताल में\n\nमें है।", "वह अस्पताल में\nमें है।", "कारक चिह्न\nमें\nमें", "पानी\nपानी आया", "यह मंत्रालय\nमंत्रालय ने कहा।", "हम हैं और\nऔर वे भी।", "में। में", "है है है",
	} {
		if found := findings(t, silent, repeatedWord); len(found) > 0 {
			t.Errorf("%q: got %v, want silence", silent, found)
		}
	}
}

// TestJournalismCostIsLinear checks long texts of one thing.
func TestJournalismCostIsLinear(t *testing.T) {
	var own []checker.Rule
	for _, rule := range All {
		if rule.Category == "journalism" || rule.Name == repeatedWord.Name {
			own = append(own, rule)
		}
	}
	for _, s := range []string{
		"मंगलवार (15 जनवरी 2024) ", "15 जनवरी 2024 मंगलवार 15 जनवरी 2024, ", "31 जून ", "100,000 ", "5 लाख ", "लाख ", "5% ", "5 कि.", "में ", "में\n", "में में\n",
		"की की पानी ", "“5% 5 प्रतिशत ", "1,", "1.", "1-", "पानी, ", "# ",
	} {
		start := time.Now()
		findings(t, strings.Repeat(s, 1<<18/len(s)), own...)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("a quarter of a megabyte of %q took %v", s, took)
		}
	}
}
