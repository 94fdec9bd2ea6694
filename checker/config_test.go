package checker

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type testOptions struct {
	Policy string         `yaml:"policy"`
	Limit  int            `yaml:"limit"`
	Words  []string       `yaml:"words"`
	Map    map[string]int `yaml:"map"`
}

var testRules = []Rule{
	{Name: "first-rule", Category: "names", Severity: Warning, Doc: "# पहला\n> First.\n"},
	{Name: "second-rule", Category: "names", Severity: Error, Options: testOptions{Policy: "consistent", Limit: 40, Words: []string{"क"}, Map: map[string]int{"क": 1}}},
	{Name: "off-rule", Category: "names", Severity: Info, Off: true},
}

func names(rules []Rule) (out []string) {
	for _, r := range rules {
		name := r.Name
		if r.forced != nil {
			name += "=" + r.forced.String()
		}
		out = append(out, name)
	}
	return out
}

func TestConfigSelects(t *testing.T) {
	for _, c := range []struct{ config, want string }{
		{"", "first-rule second-rule"},
		{"# only a comment\n", "first-rule second-rule"},
		{"rules:\n", "first-rule second-rule"},
		{"rules:\n  first-rule: off\n", "second-rule"},
		{"rules:\n  first-rule: false\n", "second-rule"},
		{"rules:\n  first-rule: on\n  off-rule: on\n", "first-rule second-rule off-rule"},
		{"rules:\n  off-rule: error\n", "first-rule second-rule off-rule=error"},
		{"rules:\n  first-rule:\n    severity: info\n", "first-rule=info second-rule"},
		{"rules:\n  second-rule:\n    severity: off\n    limit: 3\n", "first-rule"},
		{"\ufefflang: en\n", "first-rule second-rule"},
	} {
		config, err := ParseConfig("c.yaml", []byte(c.config), testRules)
		if err != nil {
			t.Errorf("%q: %v", c.config, err)
			continue
		}
		if got := strings.Join(names(config.Select(testRules)), " "); got != c.want {
			t.Errorf("%q: got %s, want %s", c.config, got, c.want)
		}
	}
	if got := strings.Join(names((*Config)(nil).Select(testRules)), " "); got != "first-rule second-rule" {
		t.Errorf("no configuration: got %s", got)
	}
}

func TestConfigChooses(t *testing.T) {
	config, err := ParseConfig("c.yaml", []byte("rules:\n  first-rule: off\n"), testRules)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ only, skip, want string }{
		{"", "second-rule", ""},
		{"first-rule", "", "first-rule"}, // what the caller names beats the configuration
		{"off-rule first-rule", "first-rule", "off-rule"},
	} {
		got := names(config.Choose(testRules, strings.Fields(c.only), strings.Fields(c.skip)))
		if strings.Join(got, " ") != c.want {
			t.Errorf("only %q, skip %q: got %v, want %s", c.only, c.skip, got, c.want)
		}
	}
}

func TestConfigOptions(t *testing.T) {
	config, err := ParseConfig("c.yaml", []byte("rules:\n  second-rule:\n    limit: 7\n    words: [ख, ग]\n    map: {ख: 2}\n"), testRules)
	if err != nil {
		t.Fatal(err)
	}
	rules := config.Select(testRules)
	want := testOptions{Policy: "consistent", Limit: 7, Words: []string{"ख", "ग"}, Map: map[string]int{"ख": 2}}
	if diff := cmp.Diff(want, rules[1].Options); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
	defaults := testOptions{Policy: "consistent", Limit: 40, Words: []string{"क"}, Map: map[string]int{"क": 1}}
	if diff := cmp.Diff(defaults, testRules[1].Options); diff != "" {
		t.Errorf("the defaults were changed (-want +got):\n%s", diff)
	}
}

// bomb is a document of a few lines whose value, with its aliases replaced, would
// be of 10^9 words.
var bomb = func() string {
	var out strings.Builder
	out.WriteString("lang: hi\na0: &a0 [क, क, क, क, क, क, क, क, क, क]\n")
	for i := range 9 {
		one := fmt.Sprintf("*a%d", i)
		fmt.Fprintf(&out, "a%d: &a%d [%s]\n", i+1, i+1, strings.Join(slices.Repeat([]string{one}, 10), ", "))
	}
	return out.String()
}()

func TestConfigErrors(t *testing.T) {
	for _, c := range []struct{ config, want string }{
		{"lnag: en\n", `c.yaml:1: unknown key "lnag" (did you mean "lang"?)`},
		{"lang: fr\n", `c.yaml:1: "fr" is none of hi, en`},
		{"fail-on: [a]\n", `c.yaml:1: "" is none of error, warning, info, never`},
		{"lang: hi\nlang: en\n", `c.yaml:2: "lang" stands twice`},
		{"rules:\n  frist-rule: off\n", `c.yaml:2: unknown rule "frist-rule" (did you mean "first-rule"?)`},
		{"rules:\n  first-rule: loud\n", `c.yaml:2: "loud" is none of off, on, info, warning, error`},
		{"rules:\n  first-rule:\n    limit: 3\n", `c.yaml:3: unknown option "limit" (known: severity)`},
		{"rules:\n  second-rule:\n    limti: 3\n", `c.yaml:3: unknown option "limti" (did you mean "limit"?)`},
		{"rules:\n  second-rule:\n    limit: many\n", `c.yaml:3: limit: "many" is not a valid value (default: 40)`},
		{"rules: [first-rule]\n", `c.yaml:1: rules must be a mapping of names to values`},
		{"- a\n", `c.yaml:1: the configuration must be a mapping of names to values`},
		{"exclude: a\n", `c.yaml:1: exclude must be a list of patterns`},
		{"exclude:\n  - ok/**\n  - \"[\"\n", `c.yaml:3: "[" is not a pattern (examples: archive/**, **/*.md)`},
		{"a: &x b\nlang: *x\n", `c.yaml:2: aliases are not supported`},
		{"lang: &x hi\nfail-on: *x\n", `c.yaml:2: aliases are not supported`},
		{"lang: hi\n  bad: [\n", `c.yaml:2: `},
		{"lang: \"\xff\"\n", `c.yaml:1: `},
		{"lang: hi\nx: \"\xe0\xa4\"\n", `c.yaml:2: there are bytes that are not UTF-8`},
		{"lang: hi\n---\nlang: en\n", `c.yaml:2: there is a second document (---)`},
		{"extends: {a: b}\n", `c.yaml:1: extends must name profiles and files`},
		{"extends:\n  - a\n  -\n", `c.yaml:3: extends must name profiles and files`},
		{"rules:\n  second-rule:\n    map: {क: 1, क: 2}\n", `c.yaml:3: map: "" is not a valid value`},
		{bomb, `c.yaml:3: aliases are not supported`},
		{"rules:\n  second-rule:\n    words:\n      - &w क\n      - *w\n", `c.yaml:5: aliases are not supported`},
		{"lang: &x [*x]\n", `c.yaml:1: `},
		{"exclude: " + strings.Repeat("[", 50) + strings.Repeat("]", 50), `c.yaml:1: values are nested more than 20 deep`},
		{"exclude: " + strings.Repeat("[", MaxConfig/2), `c.yaml:`},
		{strings.Repeat("- ", MaxConfig/2-1), `c.yaml:`},
		{strings.Repeat("? ", MaxConfig/2-1), `c.yaml:`},
		{strings.Repeat("{a: ", MaxConfig/4-1), `c.yaml:`},
		{strings.Repeat("&a ", MaxConfig/3-1), `c.yaml:`},
		{"lang: " + strings.Repeat("क", MaxConfig/4), `c.yaml:1: "` + strings.Repeat("क", 100) + `…" is none of hi, en`},
		{strings.Repeat("x", MaxConfig/2) + ": 1\n", `c.yaml:`},
		{"rules:\n  ? " + strings.Repeat("x", 1000) + "\n  : off\n", `c.yaml:2: unknown rule "` + strings.Repeat("x", 100) + `…"`},
		{strings.Repeat("#", MaxConfig+1), `c.yaml: configuration is larger`},
	} {
		_, err := ParseConfig("c.yaml", []byte(c.config), testRules)
		if err == nil {
			t.Errorf("%.40q: no error, want %s", c.config, c.want)
			continue
		}
		if !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.40q: got %v, want %s", c.config, err, c.want)
		}
	}
}

// FuzzParseConfig holds that every error is short and names the file.
func FuzzParseConfig(f *testing.F) {
	for _, seed := range []string{"", ConfigTemplate(testRules), uncomment(ConfigTemplate(testRules)), bomb, "extends: [a, b]\n", "{", "a: |\n  b\n", "\xff\xfea\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		config, err := ParseConfig("c.yaml", data, testRules)
		switch {
		case err == nil:
			config.Select(testRules)
		case !strings.HasPrefix(err.Error(), "c.yaml:") || len(err.Error()) > 1500:
			t.Errorf("got %d bytes of error: %v", len(err.Error()), err)
		}
	})
}

func TestConfigExtends(t *testing.T) {
	parse := func(source string) *Config {
		t.Helper()
		config, err := ParseConfig("c.yaml", []byte(source), testRules)
		if err != nil {
			t.Fatal(err)
		}
		return config
	}
	for _, c := range []struct{ own, base, rules, options string }{
		{"", "rules: {first-rule: off}", "second-rule", "consistent 40 [क] map[क:1]"},
		{"rules: {first-rule: on}", "rules: {first-rule: off}", "first-rule second-rule", "consistent 40 [क] map[क:1]"},
		{"rules: {first-rule: on}", "rules: {first-rule: error}", "first-rule=error second-rule", "consistent 40 [क] map[क:1]"},
		{"rules: {first-rule: info}", "rules: {first-rule: error}", "first-rule=info second-rule", "consistent 40 [क] map[क:1]"},
		{"rules: {second-rule: {limit: 3}}", "rules: {second-rule: {severity: info, limit: 9, words: [ग]}}", "first-rule second-rule=info", "consistent 3 [ग] map[क:1]"},
		{"rules: {second-rule: info}", "rules: {second-rule: {policy: never, map: {ख: 2}}}", "first-rule second-rule=info", "never 40 [क] map[ख:2]"},
		{"rules: {second-rule: {limit: 3}}", "rules: {second-rule: off}", "first-rule second-rule", "consistent 3 [क] map[क:1]"},
		{"rules: {second-rule: off}", "rules: {second-rule: error}", "first-rule", ""},
		{"", "", "first-rule second-rule", "consistent 40 [क] map[क:1]"},
	} {
		config, base := parse(c.own), parse(c.base)
		config.Extend(base)
		selected := config.Select(testRules)
		if got := strings.Join(names(selected), " "); got != c.rules {
			t.Errorf("%s on %s: got %s, want %s", c.own, c.base, got, c.rules)
		}
		if len(selected) > 1 || c.options != "" {
			o, ok := selected[len(selected)-1].Options.(testOptions)
			if got := fmt.Sprintf("%s %d %v %v", o.Policy, o.Limit, o.Words, o.Map); !ok || got != c.options {
				t.Errorf("%s on %s: got %s, want %s", c.own, c.base, got, c.options)
			}
		}
		if got, want := names(base.Select(testRules)), names(parse(c.base).Select(testRules)); !slices.Equal(got, want) {
			t.Errorf("%s: the other configuration was changed: got %s, want %s", c.base, got, want)
		}
	}

	config, base := parse("lang: en\nnames: [{prefer: पुतिन}]\n"), parse("lang: hi\nfail-on: error\nnames: [{prefer: पुटिन, accept: [पुतिन]}, {prefer: क, avoid: [ख]}]\n")
	book := new(House)
	book.Add("ग", nil, []string{"ख", "घ"})
	config.UseStylebook(book)
	config.Extend(base)
	if config.Lang != "en" || config.FailOn != "error" {
		t.Errorf("got %s and %s, want en and error", config.Lang, config.FailOn)
	}
	for word, want := range map[string]Standing{"पुतिन": Preferred, "पुटिन": Preferred, "ख": Avoided, "घ": Avoided, "क": Preferred, "च": Unlisted} {
		if got := config.House().Word(word).Standing; got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
	if got := config.House().Word("ख").Prefer; got != "ग" {
		t.Errorf("ख: got %s, want that of the stylebook, ग", got)
	}
	if got := base.House().Word("घ").Standing; got != Unlisted || book.Word("क").Standing != Unlisted {
		t.Error("the other configuration or the stylebook was changed")
	}
}

func TestConfigExcludes(t *testing.T) {
	config, err := ParseConfig("c.yaml", []byte("exclude: [archive/**, \"**/*.draft.md\", \"पुराना/*.txt\"]\n"), testRules)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		"archive":           true, // the folder itself, which then is not read
		"archive/a/b.txt":   true,
		"news/archive":      false,
		"a.draft.md":        true,
		"news/a.draft.md":   true,
		"पुराना/क.txt":      true,
		"पुराना/और/क.txt":   false,
		"../archive/a.txt":  false,
		"news/a.md":         false,
		"archive2/file.txt": false,
	} {
		if got := config.Excludes(path); got != want {
			t.Errorf("%s: excluded %v, want %v", path, got, want)
		}
	}
}

// TestConfigTemplate reads the template as it is, which sets nothing, and with
// its comments taken away, which sets every default.
func TestConfigTemplate(t *testing.T) {
	template := ConfigTemplate(testRules)
	config, err := ParseConfig("c.yaml", []byte(template), testRules)
	if err != nil {
		t.Fatalf("as it is: %v\n%s", err, template)
	}
	if config.Lang != "" || config.FailOn != "" || config.Exclude != nil || len(config.rules) != 0 {
		t.Errorf("the template sets something: %+v", config)
	}
	config, err = ParseConfig("c.yaml", []byte(uncomment(template)), testRules)
	if err != nil {
		t.Fatalf("uncommented: %v\n%s", err, uncomment(template))
	}
	if config.Lang != "hi" || config.FailOn != "warning" || len(config.Exclude) != 2 {
		t.Errorf("uncommented: %+v", config)
	}
	if got, want := names(config.Select(testRules)), []string{"first-rule=warning", "second-rule=error"}; !slices.Equal(got, want) {
		t.Errorf("uncommented: got %v, want %v", got, want)
	}
	if diff := cmp.Diff(testRules[1].Options, config.Select(testRules)[1].Options); diff != "" {
		t.Errorf("uncommented options (-want +got):\n%s", diff)
	}
}

// uncomment takes the # away from lines that are settings.
func uncomment(template string) string {
	return regexp.MustCompile(`(?m)^( *)# `).ReplaceAllString(template, "$1")
}

func TestNearest(t *testing.T) {
	known := []string{"name-spelling", "loanword-spelling", "mixed-term"}
	for name, want := range map[string]string{
		"name-speling": ` (did you mean "name-spelling"?)`,
		"mixed":        ` (did you mean "mixed-term"?)`,
		"xyzzy":        " (known: name-spelling, loanword-spelling, mixed-term)",
		"":             " (known: name-spelling, loanword-spelling, mixed-term)",
	} {
		if got := Nearest(name, known); got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
	if got := Nearest("a", nil); got != "" {
		t.Errorf("nothing known: got %s", got)
	}
}
