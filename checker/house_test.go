package checker_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

func TestReadStylebook(t *testing.T) {
	house := new(checker.House)
	err := house.ReadStylebook("names.tsv", "\ufeff# नाम\r\n\r\nपुतिन\t\tपुटिन; पूतिन\r\nमेक्सिको\tमैक्सिको\r\nकीव\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word string
		want checker.Spelling
	}{
		{"पुतिन", checker.Spelling{Prefer: "पुतिन", Standing: checker.Preferred}},
		{"पूतिन", checker.Spelling{Prefer: "पुतिन", Standing: checker.Avoided}},
		{"मैक्सिको", checker.Spelling{Prefer: "मेक्सिको", Standing: checker.AcceptedByHouse}},
		{"कीव", checker.Spelling{Prefer: "कीव", Standing: checker.Preferred}},
		{"लंदन", checker.Spelling{}},
	} {
		if got := house.Word(c.word); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.word, got, c.want)
		}
	}
	for _, bad := range []string{"पुतिन\n\tपुटिन\n", "क\tख\tग\tघ\n"} {
		err := new(checker.House).ReadStylebook("names.tsv", bad)
		if err == nil || !strings.HasPrefix(err.Error(), "names.tsv:") {
			t.Errorf("%q: got %v, want an error with the line", bad, err)
		}
	}
}

func TestReadStylebookYAML(t *testing.T) {
	house := new(checker.House)
	book := "# नाम\n- prefer: पुतिन\n  avoid: [पुटिन, पूतिन]\n- {prefer: मेक्सिको, accept: मैक्सिको}\n"
	if err := house.ReadStylebook("names.yaml", book); err != nil {
		t.Fatal(err)
	}
	if got, want := house.Word("पूतिन"), (checker.Spelling{Prefer: "पुतिन", Standing: checker.Avoided}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got, want := house.Word("मैक्सिको"), (checker.Spelling{Prefer: "मेक्सिको", Standing: checker.AcceptedByHouse}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for bad, want := range map[string]string{
		"- {prefer: पुतिन}\n- {avoid: [पुटिन]}\n": "names.yml:2: an entry of names needs prefer",
		"- {prefer: पुतिन, avid: [पुटिन]}\n":      `names.yml:1: unknown key "avid" (did you mean "avoid"?)`,
		"prefer: पुतिन\n":                         "names.yml:1: names must be a list",
		"- {prefer: क}\n  bad: [\n":               "names.yml:",
		"- {prefer: क, accept: [[ख]]}\n":          "names.yml:1: a spelling is wanted",
	} {
		err := new(checker.House).ReadStylebook("names.yml", bad)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", bad, err, want)
		}
	}
	if err := new(checker.House).ReadStylebook("empty.yaml", ""); err != nil {
		t.Errorf("an empty stylebook: %v", err)
	}
}

func TestHousePhrases(t *testing.T) {
	house := new(checker.House)
	house.Add("किम जोंग उन", nil, []string{"किम जोंग-उन"})
	house.Add("शी चिनफिंग", nil, []string{"शी  जिनपिंग"})
	house.Add("राम विलास पासवान", []string{"रामविलास पासवान"}, nil)
	house.Add("राम विलास", nil, nil)
	for source, want := range map[string]checker.Spelling{
		"किम जोंग उन आए":      {Prefer: "किम जोंग उन", Standing: checker.Preferred},
		"किम जोंग-उन आए":      {Prefer: "किम जोंग उन", Standing: checker.Avoided},
		"किम-जोंग-उन आए":      {Prefer: "किम जोंग उन", Standing: checker.Avoided},
		"शी-जिनपिंग आए":       {Prefer: "शी चिनफिंग", Standing: checker.Avoided},
		"राम विलास पासवान आए": {Prefer: "राम विलास पासवान", Standing: checker.Preferred},
		"रामविलास पासवान आए":  {Prefer: "राम विलास पासवान", Standing: checker.AcceptedByHouse},
		"राम विलास आए":        {Prefer: "राम विलास", Standing: checker.Preferred},
		"राम, विलास":          {},
		"किम":                 {},
		"किम जोंग इल आए":      {},
	} {
		got, _ := house.Phrase(text.Plain("t", source), 0)
		if got != want {
			t.Errorf("%s: got %+v, want %+v", source, got, want)
		}
	}
	if got := house.Spelling("किम जोंग-उन"); got.Standing != checker.Avoided {
		t.Errorf("got %+v, want it avoided", got)
	}
}

// TestConfigNames holds that a configuration's entries win over its stylebook,
// and that a later entry wins over an earlier one.
func TestConfigNames(t *testing.T) {
	source := "names:\n- {prefer: पूतिन, avoid: [पुतिन]}\n- {prefer: कीव, avoid: [कीएव]}\n- {prefer: कीएव}\nstylebook: names.tsv\n"
	config, err := checker.ParseConfig("c.yaml", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	book := new(checker.House)
	if err := book.ReadStylebook(config.Stylebook, "पुतिन\t\tपूतिन\nलंदन\t\tलण्डन\nशी चिनफिंग\t\tशी जिनपिंग\n"); err != nil {
		t.Fatal(err)
	}
	config.UseStylebook(book)
	for word, want := range map[string]checker.Standing{
		"पुतिन": checker.Avoided, "पूतिन": checker.Preferred, "कीएव": checker.Preferred, "लण्डन": checker.Avoided, "दिल्ली": checker.Unlisted,
	} {
		if got := config.House().Word(word).Standing; got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
	if s, _ := config.House().Phrase(text.Plain("t", "शी जिनपिंग"), 0); s.Standing != checker.Avoided {
		t.Errorf("a phrase of the stylebook: got %+v", s)
	}
	if got := config.StylebookError(errors.New("no")).Error(); got != "c.yaml:5: stylebook: no" {
		t.Errorf("got %s", got)
	}
	for bad, want := range map[string]string{
		"lang: hi\nnames: पुतिन\n":           "c.yaml:2: names must be a list",
		"names:\n- {prefer: [क]}\n":          "c.yaml:2: a spelling is wanted",
		"names:\n- {prefer: \"क\\e[31m\"}\n": "c.yaml:2: a spelling holds no control characters",
		"names:\n- {accept: [क]}\n":          "c.yaml:2: an entry of names needs prefer",
		"names:\n- पुतिन\n":                  "c.yaml:2: an entry of names must be a mapping",
		"names:\n- {prefer: क, prefer: ख}\n": `c.yaml:2: "prefer" stands twice`,
		"stylebook: [a]\n":                   "c.yaml:1: stylebook must be the path of a file",
		"stylebook:\n":                       "c.yaml:1: stylebook must be the path of a file",
	} {
		_, err := checker.ParseConfig("c.yaml", []byte(bad), nil)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", bad, err, want)
		}
	}
	if (*checker.Config)(nil).House() != nil {
		t.Error("no configuration has a house")
	}
}

func BenchmarkReadStylebook(b *testing.B) {
	var book strings.Builder
	letters := []rune("कखगघचजटडतदनपबमयरलवसह")
	word := func(i int) string {
		var w []rune
		for range 6 {
			w = append(w, letters[i%len(letters)], 'ा')
			i = i/len(letters) + i*7
		}
		return string(w)
	}
	for i := range 20000 {
		book.WriteString(word(i) + "\t\t" + word(i+20000) + "\n")
	}
	data := book.String()
	for b.Loop() {
		if err := new(checker.House).ReadStylebook("names.tsv", data); err != nil {
			b.Fatal(err)
		}
	}
}
