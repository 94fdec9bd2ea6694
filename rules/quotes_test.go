package rules

import (
	"strings"
	"testing"
	"time"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// mark returns a text with the findings of a rule in ⟦ ⟧.
func mark(t *testing.T, rule checker.Rule, source string) string {
	t.Helper()
	res := checker.CheckDocument(text.Plain("test.txt", source), []checker.Rule{rule}, checker.Options{})
	for _, err := range res.Errors {
		t.Fatal(err)
	}
	var out strings.Builder
	at := 0
	for _, f := range res.Findings {
		out.WriteString(source[at:f.Span.Start] + "⟦" + source[f.Span.Start:f.Span.End] + "⟧")
		at = f.Span.End
	}
	return out.String() + source[at:]
}

// testMarks checks that a rule reports what is marked in each text and nothing
// else.
func testMarks(t *testing.T, rule checker.Rule, texts []string) {
	t.Helper()
	for _, want := range texts {
		if got := mark(t, rule, strings.NewReplacer("⟦", "", "⟧", "").Replace(want)); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestUnbalancedQuotesOneMistake(t *testing.T) {
	testMarks(t, unbalancedQuotes, []string{
		// opened, not closed
		`उन्होंने कहा, ⟦"⟧बारिश कल तक रुकेगी।`,
		`उन्होंने कहा, ⟦“⟧बारिश कल तक रुकेगी। लोग घर में रहें।`,
		`मंत्री ने कहा, ⟦"⟧सड़क बनेगी। सचिव ने कहा, "पुल भी बनेगा।" सभा समाप्त हुई।`,
		`मंत्री ने कहा, ⟦“⟧सड़क बनेगी। सचिव ने कहा, “पुल भी बनेगा।” सभा समाप्त हुई।`,
		`तूफान ⟦'⟧रेखा तट से टकराया। 'मोहन' भी पास था।`,
		`फिल्म ⟦‘⟧धूप का गाना और ‘छाँव’ का संगीत।`,
		`उसने कहा, ⟦''⟧मैं आऊँगा। माँ ने कहा, ''ठीक है।''`,
		`उसने कहा, ⟦‘‘⟧मैं आऊँगा।`,
		`उसने कहा, ⟦‘‘⟧ मैं आऊँगा।`,
		`उसने ⟦'⟧भाषा- न्यूज से कहा, "हम आएँगे।"`,
		`उसने कहा, "⟦'⟧हम आएँगे।"`,
		`लेख में « नदी » और ⟦«⟧पहाड़ का वर्णन है।`,
		// closed, not opened
		`मंत्री ने कहा कि सड़क बनेगी।⟦"⟧ इसके बाद वे लौट गए।`,
		`मंत्री ने कहा कि सड़क बनेगी।⟦”⟧ सचिव ने कहा, “पुल भी बनेगा।”`,
		`मंत्री ने कहा कि सड़क बनेगी।⟦’’⟧ सचिव ने कहा, ‘‘पुल भी बनेगा।’’`,
		`उसने "नदी" और पहाड़⟦"⟧ देखे।`,
		`फिल्म धूप⟦'⟧ का गाना और 'छाँव' का संगीत।`,
		`⟦”⟧मोहन ने कहा कि वह आएगा।`,
		// facing the wrong way
		`उन्होंने कहा, ⟦”⟧हम तैयार हैं।” फिर वे चले गए।`,
		`उन्होंने कहा, “हम तैयार हैं।⟦“⟧ फिर वे चले गए।`,
		`फिल्म ⟦’⟧धूप’ चली और ‘छाँव⟦‘⟧ नहीं।`,
		`उन्होंने कहा, “हम तैयार हैं।⟦“⟧फिर कहा, “चलिए।”`,
		// of another level
		`उन्होंने कहा, "हम तैयार हैं।⟦'⟧ फिर वे चले गए।`,
		`उन्होंने कहा, 'हम तैयार हैं।⟦"⟧ फिर वे चले गए।`,
		`उन्होंने कहा, ‘‘हम तैयार हैं।⟦’⟧`,
		// crossing
		`उन्होंने कहा, “हम ‘धूप में हैं⟦”⟧ और छाँव में’ भी।`,
	})
}

func TestUnbalancedQuotesSilent(t *testing.T) {
	testMarks(t, unbalancedQuotes, []string{
		`कहा, "हम आएँगे।" फिर कहा, "जाएँगे भी।"`,
		`कहा, “हम ‘नदी’ तक आएँगे।” फिर कहा, ‘‘जाएँगे भी।’’ और ''लौटेंगे।''`,
		`कहा,"हम आएँगे।"फिर कहा,"जाएँगे भी।"मोहन ने कहा"ठीक है।"`,
		`कहा, "हम आएँगे।""फिर जाएँगे।" और 'नदी''पहाड़' दोनों।`,
		`कहा, " हम आएँगे। " फिर वे ' नदी ' देखने गए।`,
		`कहा, "हम आएँगे। "फिर वे गए। "मोहन" रुका।`,
		`"हम आएँगे," मोहन ने कहा, "और जाएँगे।"`,
		`“नदी” - “पहाड़”, (“वन”), “क्या?”, “हाँ!”; “नहीं”: “...तो”`,
		`'आप' सरकार ने कहा, "'आप' के 'सर' आए।"`,
		`कहा, 'नदी पर 'सेतु' बनेगा।' सब खुश हुए।`,
		`उसने "नदी के "घाट" पर" लिखा।`,
		// apostrophes
		`’80 का दशक और '84 के दंगे याद हैं।`,
		`‘80 का दशक याद है।`,
		`Reuters' report और O'Brien तथा ओ'ब्रायन, ओ’नील और India's budget।`,
		`गाँव' के लोग`,
		`'84 के दंगे' नाम की किताब।`,
		`'84 के दंगे की बात की। 'नदी' फिल्म में ओ'हारा थे।`,
		// feet and inches
		`कद 5'6" है, पट्टी 6 फुट 2" की और फीता 5' का।`,
		`कद 5′6″ है, छेद 3″ का।`,
		`उसने कहा, "मेरा कद 5'6" है।" सब हँसे।`,
		`"कोविड-19" और 'रेल 2' और "मिशन 3"।`,
		// commas, smiles
		`पहला,, दूसरा और तीसरा :'( और :')`,
		// opaque
		`देखें https://example.org/a'b'c और "यहाँ" लिखें।`,
		// other alphabets
		`„नदी“ और ,,पहाड़" और ‚वन‘।`,
		"``नदी'' और `पहाड़' और `वन` और ´जल´।",
		`«नदी» और ‹पहाड़›`,
		// paragraphs
		"“पहला अनुच्छेद चलता है।\n“दूसरा भी चलता है।\n“तीसरा समाप्त होता है।” उसने कहा।",
		"‘‘पहला अनुच्छेद चलता है।\n\n‘‘दूसरा समाप्त होता है।’’",
		"\"पहला अनुच्छेद चलता है।\n  \"दूसरा समाप्त होता है।\"",
		"उसने कहा, \"पहला अनुच्छेद चलता है।\n\nदूसरा अनुच्छेद चलता है।\n\nतीसरा समाप्त होता है।\" सब चले गए।",
		"उसने कहा, \"पहला अनुच्छेद चलता है।\nदूसरा समाप्त होता है।\"\"तीसरा चलता है।\nचौथा समाप्त होता है।\"",
		`"`,
		"",
	})
}

func TestUnbalancedQuotesParagraphs(t *testing.T) {
	testMarks(t, unbalancedQuotes, []string{
		// one that is left open ends at its paragraph
		"कहा, ⟦\"⟧हम आएँगे।\nमोहन ने कहा, \"ठीक है।\"\nसब गए।",
		// each opens, none closes: the last is wrong
		"“पहला चलता है।\n“दूसरा चलता है।\n⟦“⟧तीसरा भी।\n\nसमाचार यहाँ समाप्त हुआ।",
		// an opening mark that faces the wrong way, closed in the next paragraph
		"कहा,⟦”⟧हम आएँगे।\nफिर जाएँगे।” सब गए।",
		// too far away
		"कहा, ⟦“⟧एक।\nदो\nतीन\nचार\nपाँच\nछह।⟦”⟧ सात।",
	})
}

func TestUnbalancedQuotesCap(t *testing.T) {
	got := mark(t, unbalancedQuotes, strings.Repeat("कहा, “आओ। ", 10))
	if n := strings.Count(got, "⟦"); n != maxFaults {
		t.Errorf("%d findings in one block, want %d", n, maxFaults)
	}
}

func TestUnbalancedQuotesFixes(t *testing.T) {
	tests := []struct{ source, want string }{
		{`उन्होंने कहा, "हम सब कल आएँगे।`, `उन्होंने कहा, "हम सब कल आएँगे।"`},
		{`उन्होंने कहा, ‘‘हम सब कल आएँगे। `, `उन्होंने कहा, ‘‘हम सब कल आएँगे।’’ `},
		{`उन्होंने पूछा: “कौन आया?`, `उन्होंने पूछा: “कौन आया?”`},
		// the reporter's words may begin at the comma, or at a sentence
		{`उन्होंने कहा, "हम आएँगे, मोहन ने बताया।`, ""},
		{`उन्होंने कहा, "हम आएँगे। फिर वे गए।`, ""},
		{`तूफान "रेखा तट पर है।`, ""},
		{`कहा, ”हम आएँगे।”`, `कहा, “हम आएँगे।”`},
		{`कहा, “हम आएँगे।“`, `कहा, “हम आएँगे।”`},
		{`कहा, "हम आएँगे।'`, ""},
	}
	for _, tt := range tests {
		res := checker.CheckDocument(text.Plain("test.txt", tt.source), []checker.Rule{unbalancedQuotes}, checker.Options{})
		if len(res.Findings) != 1 {
			t.Errorf("%s: %d findings, want 1", tt.source, len(res.Findings))
			continue
		}
		got, mended := checker.Apply(tt.source, res.Findings, func(checker.Finding, checker.Fix) bool { return true })
		if len(mended) == 0 {
			got = ""
		}
		if got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.source, got, tt.want)
		}
	}
}

func TestUnbalancedBrackets(t *testing.T) {
	testMarks(t, unbalancedBrackets, []string{
		// one mistake
		`मोहन ⟦(⟧पिता सोहन गाँव लौटे।`,
		`मोहन (पिता सोहन) और राम ⟦(⟧पिता श्याम लौटे।`,
		`मोहन ⟦(⟧पिता सोहन और राम (पिता श्याम) लौटे।`,
		`मोहन पिता सोहन⟦)⟧ गाँव लौटे (कल)।`,
		`मोहन (पिता सोहन⟦]⟧ गाँव लौटे।`,
		`मोहन [पिता (सोहन⟦]⟧ के पुत्र) लौटे।`,
		`मोहन [पिता ⟦(⟧सोहन] लौटे।`,
		`मोहन (पिता⟦]⟧ सोहन) लौटे।`,
		`मोहन ⟦〈⟧पिता सोहन लौटे। ⟦《⟧कल`,
		`मोहन (पिता “सोहन⟦)⟧ के पुत्र” लौटे।`,
		`मोहन “पिता (सोहन⟦”⟧ के पुत्र) लौटे।`,
		`खाँसी, बुखार 24⟦)⟧ और थकान।`,
		// right
		`मोहन (पिता [सोहन] {राम}) और （पूर्ण） तथा [क] 〈ख〉 《ग》।`,
		`1) नदी 2) पहाड़ 3) वन`,
		"क) नदी\nख) पहाड़\nii) वन\n(iv) जल\n5.) वायु",
		`विकल्प: 1) नदी`,
		`(विकल्प क) नदी ख) पहाड़)`,
		`मज़ा आया :) फिर दुख हुआ :( और (सच में) ;-) :'(`,
		`(मज़ा आया :) सच में)`,
		`(नोट:) यह ठीक है।`,
		`“(नदी)” (“पहाड़”) ("वन" और 'जल')।`,
		`https://example.org/a_(b) देखें।`,
		"(यह टिप्पणी\nदूसरे अनुच्छेद में\nसमाप्त होती है)",
	})
}

func TestMixedQuotes(t *testing.T) {
	testMarks(t, mixedQuotes, []string{
		`“नदी” और “पहाड़” और ⟦"⟧वन⟦"⟧`,
		`"नदी" और "पहाड़" और ⟦“⟧वन⟦”⟧`,
		`“नदी” और “पहाड़⟦"⟧ और “वन”`,
		`“नदी⟦"⟧ देखी`,
		`‘नदी⟦'⟧ देखी और ‘वन⟦'⟧ भी`,
		`“नदी” और ⟦"⟧वन" भी`,
		`''नदी⟦"⟧ और ''वन''`,
		`“नदी” और ⟦«⟧वन⟦»⟧ और “जल”`,
		"“नदी” और ⟦`⟧वन⟦`⟧ और ⟦´⟧जल⟦´⟧",
		"⟦``⟧नदी'' और ⟦`⟧वन'",
		`“नदी” और ⟦„⟧वन“ और ⟦,,⟧जल"`,
		// levels are no mixture, apostrophes no quotes
		`“नदी” और 'वन'`,
		`“नदी” और ओ'ब्रायन का 5'6" कद, '84 के दंगे`,
		`"नदी" और ''वन''`,
		`“नदी” और ‘‘वन’’ और ‘जल’`,
		``,
	})
}

func TestDigitScript(t *testing.T) {
	testMarks(t, digitScript, []string{
		`15 लोग, 20 घर और ⟦२५⟧ गाँव`,
		`१५ लोग, २० घर और ⟦1,00,000⟧ रुपये`,
		`15 लोग और ⟦२५⟧ गाँव`,
		`१५ लोग, २० घर: COVID-19, G20, 5G, iPhone 12, H1N1 और example.org/2020`,
		`डा० राम, बी०ए०, एम०ए० और 15 लोग`,
		`15 लोग और 25० गाँव`,
		`15 लोग`,
		`१५ लोग`,
	})
}

// TestQuotesLinear checks that hostile input costs time in proportion to its
// size and gives few findings.
func TestQuotesLinear(t *testing.T) {
	rules := []checker.Rule{unbalancedQuotes, unbalancedBrackets, mixedQuotes, digitScript}
	for _, unit := range []string{"“", `"`, "'", " 'क", `कहा, "`, "(", ")", "([", "(]", "1) ", "(“क) ख” ", "`", ",,", "5'", "२5 3 "} {
		doc := text.Plain("test.txt", strings.Repeat(unit, 100_000))
		start := time.Now()
		res := checker.CheckDocument(doc, rules, checker.Options{})
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q: took %v", unit, d)
		}
		n := 0
		for _, f := range res.Findings {
			if f.Rule == unbalancedQuotes.Name || f.Rule == unbalancedBrackets.Name {
				n++
			}
		}
		if n > 2*maxFaults {
			t.Errorf("%q: %d findings", unit, n)
		}
		t.Logf("%q: %v, %d findings", unit, time.Since(start), len(res.Findings))
	}
}
