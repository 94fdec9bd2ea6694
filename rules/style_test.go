package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// styled returns house-style with the options that a configuration gives it.
func styled(t *testing.T, options string) checker.Rule {
	t.Helper()
	config, err := checker.ParseConfig("c.yaml", []byte("rules:\n  house-style:\n    "+strings.ReplaceAll(options, "\n", "\n    ")), All)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range config.Select(All) {
		if r.Name == houseStyle.Name {
			return r
		}
	}
	t.Fatal("no rule")
	return checker.Rule{}
}

func TestHouseStyleFinds(t *testing.T) {
	for _, c := range []struct {
		name, entry, source string
		want                []string
	}{
		{"across a line end", "{avoid: लव जिहाद}", "क\n\nवह लव\nजिहाद था।", nil}, // two blocks
		{"doubled space", "{avoid: लव जिहाद}", "वह लव  जिहाद था।", []string{"लव  जिहाद → -"}},
		{"no space", "{avoid: लव जिहाद}", "वह लवजिहाद था।", nil},
		{"a dash between", "{avoid: लव जिहाद}", "वह लव - जिहाद था।", nil},
		{"encoding", "{avoid: क़लम, prefer: लेखनी}", "वह \u0958लम था।", []string{"\u0958लम → लेखनी"}},
		{"joiner", "{avoid: शक्ति, prefer: बल}", "वह शक्\u200dति थी।", []string{"शक्\u200dति → बल"}},
		{"meaning hangs on the nukta", "{avoid: राज}", "वह राज़ था। राज गया।", []string{"राज → -"}},
		{"exact", "{avoid: हिन्दी, prefer: हिंदी, exact: true}", "हिन्दी और हिंदी।", []string{"हिन्दी → हिंदी"}},
		{"another orthography", "{avoid: हिन्दी, prefer: हिंदी}", "हिन्दी और हिंदी।", []string{"हिन्दी → हिंदी"}},
		{"glide", "{avoid: गयी, prefer: गई}", "वह गयी, फिर गई।", []string{"गयी → गई"}},
		{"part of the preferred", "{avoid: दिल्ली, prefer: नई दिल्ली}", "नई दिल्ली से दिल्ली गए।", []string{"दिल्ली → नई दिल्ली"}},
		{"beginning of the preferred", "{avoid: वर्ल्ड कप, prefer: वर्ल्ड कप टूर्नामेंट}", "वर्ल्ड कप टूर्नामेंट और वर्ल्ड कप।", []string{"वर्ल्ड कप → वर्ल्ड कप टूर्नामेंट"}},
		{"two to choose from", "{avoid: मृतक, prefer: [मारे गए, जान गँवाने वाले]}", "मृतक थे।", []string{"मृतक → मारे गए"}},
		{"an adjective agrees", "{avoid: भारी भरकम, prefer: बड़ा}", "भारी-भरकम रकम।", []string{"भारी-भरकम → बड़ा"}},
		{"adjective forms", "{avoid: काला, prefer: बुरा}", "काले दिन, काली रात।", []string{"काले → बुरे", "काली → बुरी"}},
		{"glide of an adjective", "{avoid: पुराना, prefer: नया}", "पुराने दिन, पुरानी रात।", []string{"पुराने → नए", "पुरानी → नई"}},
		{"participles", "{avoid: मारा गया, prefer: नहीं रहा}", "वे मारे गए। वह मारी गयी।", []string{"मारे गए → नहीं रहा", "मारी गयी → नहीं रहा"}},
		{"genitive", "{avoid: मौत का खेल}", "मौत के खेल में।", []string{"मौत के खेल → -"}},
		{"feminine plural", "{avoid: छात्रा, prefer: लड़की}", "छात्राएं आईं, छात्राएँ गईं, छात्राओं ने कहा।", []string{"छात्राएं → लड़कियां", "छात्राएँ → लड़कियाँ", "छात्राओं → लड़कियों"}},
		{"abbreviation", "{avoid: मो. अली, prefer: मोहम्मद अली}", "मो. अली और मो अली।", []string{"मो. अली → मोहम्मद अली"}},
		{"Latin", "{avoid: Covid-19, prefer: कोविड}", "COVID-19 और COVID।", []string{"COVID-19 → कोविड"}},
		{"pattern in a word", "{pattern: 'पीएम\\b', prefer: प्रधानमंत्री}", "पीएमओ और पीएम।", []string{"पीएम → प्रधानमंत्री"}},
		{"pattern inside an akshara", "{pattern: 'क', prefer: ख}", "कि।", []string{"कि → -"}},
		{"pattern over a block's end", "{pattern: 'क\\s+ख'}", "अब क\nख अब। क ख।", []string{"क ख → -"}},
		{"what the pattern prefers", "{pattern: 'पी\\.?एम', prefer: पीएम}", "पी.एम और पीएम।", []string{"पी.एम → पीएम"}},
	} {
		rule := styled(t, "entries: ["+c.entry+"]")
		var got []string
		for _, f := range check(t, nil, c.source, rule) {
			got = append(got, strings.TrimPrefix(f, "house-style: "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHouseStyleSkipsQuotes(t *testing.T) {
	rule := styled(t, "skip-quotes: true\nentries: [{avoid: मृतक}]")
	got := check(t, nil, "उसने कहा, “मृतक कौन है?” मृतक का नाम “क” है।", rule)
	if want := []string{"house-style: मृतक → -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestHouseStyleAlone holds that the house's word on a place is the only one.
func TestHouseStyleAlone(t *testing.T) {
	rule := styled(t, "entries: [{avoid: युक्रेन, prefer: उक्राइन}]")
	got := check(t, nil, "युक्रेन में युद्ध। इज़राईल चुप।", knownName, rule)
	if len(got) == 0 || got[0] != "house-style: युक्रेन → उक्राइन" {
		t.Errorf("got %q", got)
	}
	for _, f := range got[1:] {
		if strings.Contains(f, "युक्रेन") {
			t.Errorf("a second finding: %s", f)
		}
	}
}

func TestHouseStyleSeverities(t *testing.T) {
	rule := styled(t, "entries: [{avoid: क}, {never: ख}, {avoid: ग, severity: info, message: यह नहीं}, {never: घ, severity: warning}]")
	in := text.Plain("t", "क ख ग घ")
	var got []string
	for _, f := range checker.CheckDocument(in, []checker.Rule{rule}, checker.Options{}).Findings {
		got = append(got, f.Text+" "+f.Severity.String())
	}
	if want := []string{"क warning", "ख error", "ग info", "घ warning"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHouseStyleErrors(t *testing.T) {
	for _, c := range []struct{ entries, want string }{
		{"{avoid: क, prefr: ख}", `c.yaml:4: entries: unknown key "prefr" (did you mean "prefer"?)`},
		{"{prefer: ख}", "c.yaml:4: entries: an entry needs one of avoid, never and pattern"},
		{"{avoid: क, never: ख}", "c.yaml:4: entries: an entry needs one of"},
		{"{avoid: [], prefer: ख}", "c.yaml:4: entries: an entry needs one of"},
		{"{avoid: क, severity: loud}", "c.yaml:4: entries: unknown severity"},
		{"{avoid: क, exact: maybe}", `c.yaml:4: entries: exact: "maybe" is neither`},
		{"{avoid: {क: ख}}", "c.yaml:4: entries: a word or a phrase is wanted"},
		{"क", "c.yaml:4: entries: an entry must be a mapping"},
		{"{pattern: '('}", "c.yaml:4: entries: the pattern cannot be read"},
		{"{pattern: 'क\\bख'}", `c.yaml:4: entries: \b and \B stand only`},
		{"{pattern: 'क*'}", "c.yaml:4: entries: the pattern matches the empty text"},
		{"{pattern: '\\b'}", "c.yaml:4: entries: the pattern matches the empty text"},
		{"{pattern: '" + strings.Repeat("क", maxPattern) + "'}", "c.yaml:4: entries: the pattern is longer than"},
		{"{avoid: " + strings.Repeat("क", maxPhrase) + "}", "c.yaml:4: entries: "},
	} {
		_, err := checker.ParseConfig("c.yaml", []byte("rules:\n  house-style:\n    entries:\n      - "+c.entries), All)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.60s: got %v, want %s", c.entries, err, c.want)
		}
	}
}

// TestHouseStyleExample holds that what the template shows is an entry list.
func TestHouseStyleExample(t *testing.T) {
	rule := styled(t, houseStyleOptions{}.Example())
	if got := check(t, nil, "मृतक और PM।", rule); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}

// withFile returns house-style with a list from a file.
func withFile(t *testing.T, source string) (checker.Rule, error) {
	t.Helper()
	config, err := checker.ParseConfig("c.yaml", []byte("rules:\n  house-style:\n    file: style.tsv"), All)
	if err != nil {
		t.Fatal(err)
	}
	err = config.ReadOptionFiles(func(path string) (string, string, error) { return path, source, nil })
	for _, r := range config.Select(All) {
		if r.Name == houseStyle.Name {
			return r, err
		}
	}
	return checker.Rule{}, err
}

func TestHouseStyleFile(t *testing.T) {
	rule, err := withFile(t, "\ufeff# avoid\tprefer\tlevel\tmessage\r\n\r\nमृतक; मरने वाला\tमारे गए\t\r\nकाला दिन\t\tnever\tनहीं\r\n/\\bPM\\b/\tपीएम\tinfo\n")
	if err != nil {
		t.Fatal(err)
	}
	got := check(t, nil, "मृतकों और मरने वालों का काला दिन, PM।", rule)
	want := []string{"house-style: मृतकों → मारे गए", "house-style: मरने वालों → मारे गए", "house-style: काला दिन → -", "house-style: PM → पीएम"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for source, want := range map[string]string{
		"क\tख\nग\tघ\tloud\n":         "c.yaml:3: file: style.tsv:2: unknown severity",
		"क\tख\tinfo\tम\tऔर\n":        "c.yaml:3: file: style.tsv:1: want up to four columns",
		"\tख\n":                      "c.yaml:3: file: style.tsv:1: an entry needs",
		"/(/\tख\n":                   "c.yaml:3: file: style.tsv:1: the pattern cannot be read",
		strings.Repeat("/क/\n", 201): "c.yaml:3: file: style.tsv:201: there are more than 200 patterns",
	} {
		if _, err := withFile(t, source); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.20q: got %v, want %s", source, err, want)
		}
	}
}

// TestHouseStyleHastens holds that a long list, and a long text with many matches,
// cost little.
func TestHouseStyleHastens(t *testing.T) {
	var rows strings.Builder
	letters := []rune("कखगघचछजझटठडढतथदधनपफबभमयरलवशसह")
	for i := range 20000 {
		word := string([]rune{letters[i%29], 'ा', letters[i/29%29], 'ो', letters[i/841], 'ी'})
		fmt.Fprintf(&rows, "%s\tमारे गए\t\t\nभारत %s\tक\n", word, word)
	}
	start := time.Now()
	rule, err := withFile(t, rows.String())
	if err != nil {
		t.Fatal(err)
	}
	read := time.Since(start)
	source := strings.Repeat("काकोकी भारत के लोग और दिल्ली ", 20000)
	start = time.Now()
	found := len(checker.CheckDocument(text.Plain("t", source), []checker.Rule{rule}, checker.Options{}).Findings)
	if found != 20000 {
		t.Errorf("got %d findings", found)
	}
	t.Logf("read in %v, checked in %v", read, time.Since(start))
}

// FuzzHouseStyle holds that no list and no text make the rule fail or report a
// place outside the text.
func FuzzHouseStyle(f *testing.F) {
	f.Add("मृतक\tमारे गए\t\t\n/\\bPM\\b/\tपीएम\n", "मृतकों का PM")
	f.Add("क-ख ग;मो. अली\tग\tnever\tनहीं", "क ख\nग मो. अली\xff")
	f.Add("/(क+)\\b/\t$1$1", "कक ककक\u200d")
	f.Fuzz(func(t *testing.T, list, source string) {
		book, err := readStyleFile("style.tsv", list)
		if err != nil {
			return
		}
		rule := houseStyle
		rule.Options = houseStyleOptions{File: styleFile{"style.tsv", book}, SkipQuotes: len(list)%2 == 0}
		res := checker.CheckDocument(text.Plain("t", source), []checker.Rule{rule}, checker.Options{})
		for _, err := range res.Errors {
			t.Error(err)
		}
		for _, f := range res.Findings {
			if f.Span.Len() == 0 {
				t.Errorf("an empty finding at %d", f.Span.Start)
			}
		}
	})
}
