package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// namesIn returns the names of texts, a line each: the spelling to keep, its
// occurrences and files, then each spelling with its advice.
func namesIn(house *checker.House, sources ...string) (out []string) {
	groups := Names(func(yield func(*text.Document) bool) {
		for i, s := range sources {
			if !yield(text.Plain(fmt.Sprint(i), s)) {
				return
			}
		}
	}, house)
	for _, g := range groups {
		line := []string{fmt.Sprintf("%s %d/%d:", g.Prefer, g.Count, g.Files)}
		for _, s := range g.Spellings {
			line = append(line, fmt.Sprintf("%s %d/%d %s", s.Spelling, s.Count, s.Files, s.Advice))
		}
		out = append(out, strings.Join(line, " "))
	}
	return out
}

func TestNames(t *testing.T) {
	house := new(checker.House)
	house.Add("मैक्सिको", []string{"मेक्सिको"}, nil)
	house.Add("नया नगर", nil, []string{"नयानगर"})
	for _, c := range []struct {
		name    string
		house   *checker.House
		sources []string
		want    []string
	}{
		{"nothing", nil, []string{"बैठक हुई और लोग लौट गए।", ""}, nil},
		{"in one file", nil, []string{"पुतिन आए। पुतिन बोले। पुटिन गए।"}, []string{"पुतिन 3/1: पुतिन 2/1 prefer पुटिन 1/1 avoid"}},
		{"across files", nil, []string{"मादुरो जीते। मादुरो बोले।", "राष्ट्रपति मदुरो हारे।"}, []string{"मादुरो 3/2: मादुरो 2/1 prefer मदुरो 1/1 accept"}},
		{"only the wrong spelling", nil, []string{"पुटिन गए।"}, []string{"पुतिन 1/1: पुटिन 1/1 avoid"}},
		{"a known variant that is more frequent", nil, []string{"मैक्सिको और मैक्सिको।", "मेक्सिको।"}, []string{"मेक्सिको 3/2: मैक्सिको 2/1 accept मेक्सिको 1/1 prefer"}},
		{"the house", house, []string{"मेक्सिको और मेक्सिको।", "मैक्सिको।"}, []string{"मैक्सिको 3/2: मेक्सिको 2/1 accept मैक्सिको 1/1 prefer"}},
		{"a name of the house alone", house, []string{"नया नगर बसा। नयानगर में मेला।"}, []string{"नया नगर 2/1: नया नगर 1/1 prefer नयानगर 1/1 avoid"}},
		{"several words", nil, []string{"किम जोंग उन आए। किम जोंग-उन गए। किम जोंग उन लौटे।"}, []string{"किम जोंग उन 3/1: किम जोंग उन 2/1 prefer किम जोंग-उन 1/1 accept"}},
		{"the most inconsistent first", nil, []string{"लंदन। लंदन। लंदन।", "कीव। पुतिन। पुटिन। पुतिन।"},
			[]string{"पुतिन 3/1: पुतिन 2/1 prefer पुटिन 1/1 avoid", "लंदन 3/1: लंदन 3/1 prefer", "कीव 1/1: कीव 1/1 prefer"}},
		{"an ordinary word that is a given name too", nil, []string{"आशा है कि प्रकाश रहेगा।"}, nil},
		{"a mention", nil, []string{"‘पुटिन’ न लिखें।"}, nil},
		{"two names", nil, []string{"अंबानी और अंसारी।", "अंसारी।"}, []string{"अंसारी 2/2: अंसारी 2/2 prefer", "अंबानी 1/1: अंबानी 1/1 prefer"}},
	} {
		if got := namesIn(c.house, c.sources...); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMinConfidence holds that findings under the least confidence stay unsaid,
// and that a lower one brings out more.
func TestMinConfidence(t *testing.T) {
	const source = "मादुरो जीते। मादुरो के विरोधी मदुरो से नाराज हैं। किम जोंग उन आए। किम जोंग उन गए। किम जोंग-उन लौटे।"
	for _, c := range []struct {
		config string
		want   int
	}{{"", 2}, {"0.6", 2}, {"0.1", 2}, {"0.97", 1}, {"0.99", 0}, {"1", 0}} {
		config, err := checker.ParseConfig("c", []byte("rules: {name-spelling: {min-confidence: "+c.config+"}}"), All)
		if c.config == "" {
			config, err = checker.ParseConfig("c", nil, All)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := check(t, nil, source, config.Choose(All, []string{"name-spelling"}, nil)...); len(got) != c.want {
			t.Errorf("at least %q: got %q, want %d findings", c.config, got, c.want)
		}
	}
	for _, bad := range []string{"60", "-1", "much", "NaN"} {
		_, err := checker.ParseConfig("c", []byte("rules: {spelling: {min-confidence: "+bad+"}}"), All)
		if err == nil || !strings.HasPrefix(err.Error(), "c:1: min-confidence: ") {
			t.Errorf("%s: got %v, want an error", bad, err)
		}
	}
}

// TestHouseDecidesJoins holds that a name that the house lists is not reported
// for the way its words are joined.
func TestHouseDecidesJoins(t *testing.T) {
	house := new(checker.House)
	house.Add("किम जोंग उन", []string{"किम जोंग-उन"}, nil)
	if got := check(t, house, "किम जोंग उन आए। किम जोंग-उन गए।", nameSpelling, knownName); got != nil {
		t.Errorf("both are accepted: got %q", got)
	}
	strict := new(checker.House)
	strict.Add("किम जोंग-उन", nil, []string{"किम जोंग उन"})
	got := check(t, strict, "किम जोंग उन आए। किम जोंग-उन गए।", nameSpelling, knownName)
	if want := []string{"known-name: किम जोंग उन → किम जोंग-उन"}; !slices.Equal(got, want) {
		t.Errorf("one is avoided: got %q, want %q", got, want)
	}
}
