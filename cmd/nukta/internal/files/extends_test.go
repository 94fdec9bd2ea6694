package files

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
)

var profilesOfTest = map[string]string{
	"plain": "lang: en\nrules: {one: info}\n",
	"loud":  "extends: plain\nrules: {two: error}\n",
	"wrong": "rules: {three: off}\n",
}

// settingsOf returns the settings of a folder below the current one.
func settingsOf(t *testing.T, folder string) (*Settings, error) {
	t.Helper()
	configs, err := NewConfigs(rules, nil, nil, profilesOfTest, "")
	if err != nil {
		t.Fatal(err)
	}
	full, err := filepath.Abs(filepath.FromSlash(folder))
	if err != nil {
		t.Fatal(err)
	}
	return configs.Of(full)
}

func TestExtends(t *testing.T) {
	tree(t, map[string]string{
		".git/HEAD":             "",
		"house.yaml":            "exclude: [\"**/old\", desk/raw.txt]\nlang: en\nfail-on: error\nnames: [{prefer: क, avoid: [ख]}]\nrules: {one: off}\n",
		"desk/.nukta.yaml":      "extends: [style/desk.yml, ../house.yaml]\nexclude: [own.txt]\nlang: hi\nnames: [{prefer: ग, avoid: [घ]}]\n",
		"desk/style/desk.yml":   "exclude: [inner.txt]\nfail-on: info\nrules: {one: error, two: off}\nstylebook: desk.tsv\n",
		"desk/style/desk.tsv":   "च\t\tख;छ\n",
		"one/.nukta.yaml":       "extends: loud\nrules: {one: off}\n",
		"two/.nukta.yaml":       "extends: [plain, loud]\n",
		"diamond/.nukta.yaml":   "extends: [a.yaml, b.yaml]\n",
		"diamond/a.yaml":        "extends: ../house.yaml\n",
		"diamond/b.yaml":        "extends: ../house.yaml\nrules: {one: on}\n",
		"desk/deep/.nukta.yaml": "lang: en\n", // it governs alone: the nearest one does
	})
	for _, c := range []struct{ folder, want string }{
		{"desk", "hi error [] ग:3 घ:1 क:3 ख:1 च:3 छ:1"}, // one is off in house.yaml, which is the later, and two in desk.yml
		{"desk/deep", "en  [one two] ग:0 घ:0 क:0 ख:0 च:0 छ:0"},
		{"one", "en  [two] ग:0 घ:0 क:0 ख:0 च:0 छ:0"},
		{"two", "en  [one two] ग:0 घ:0 क:0 ख:0 च:0 छ:0"},
		{"diamond", "en error [one two] ग:0 घ:0 क:3 ख:1 च:0 छ:0"},
	} {
		s, err := settingsOf(t, c.folder)
		if err != nil {
			t.Error(err)
			continue
		}
		names := make([]string, len(s.Rules))
		for i, r := range s.Rules {
			names[i] = r.Name
		}
		got := fmt.Sprintf("%s %s %v", s.Config.Lang, s.Config.FailOn, names)
		for _, word := range []string{"ग", "घ", "क", "ख", "च", "छ"} {
			got += fmt.Sprintf(" %s:%d", word, s.Config.House().Word(word).Standing)
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.folder, got, c.want)
		}
	}
	s, err := settingsOf(t, "desk")
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Config.House().Word("ख").Prefer; got != "क" {
		t.Errorf("ख: got %s, want क of the later file", got)
	}
	// Each pattern is relative to the folder of the file that it stands in.
	for path, want := range map[string]bool{
		"desk/own.txt": true, "desk/raw.txt": true, "desk/x/old": true, "desk/style/inner.txt": true,
		"own.txt": false, "raw.txt": false, "desk/inner.txt": false, "desk/desk/raw.txt": false,
	} {
		full, err := filepath.Abs(filepath.FromSlash(path))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.excludes(full); got != want {
			t.Errorf("%s: excluded %v, want %v", path, got, want)
		}
	}
}

func TestExtendsErrors(t *testing.T) {
	chain := map[string]string{
		"secret.yaml":           "lang: en\n",
		"repo/.git/HEAD":        "",
		"repo/base.yaml":        "lang: en\nlnag: hi\n",
		"repo/bad/.nukta.yaml":  "lang: hi\nextends:\n  - ../base.yaml\n",
		"repo/self/.nukta.yaml": "extends: ./.nukta.yaml\n",
		"repo/loop/.nukta.yaml": "extends: a.yaml\n",
		"repo/loop/a.yaml":      "\nextends: b.yaml\n",
		"repo/loop/b.yaml":      "extends: [plain, a.yaml]\n",
		"repo/up/.nukta.yaml":   "extends: ../../secret.yaml\n",
		"repo/link/.nukta.yaml": "extends: link.yaml\n",
		"repo/gone/.nukta.yaml": "extends: gone.yaml\n",
		"repo/dir/.nukta.yaml":  "extends: d.yaml\n",
		"repo/dir/d.yaml/.keep": "",
		"repo/name/.nukta.yaml": "extends: plian\n",
		"repo/prof/.nukta.yaml": "extends: wrong\n",
		"repo/book/.nukta.yaml": "extends: sub/b.yaml\n",
		"repo/book/sub/b.yaml":  "lang: hi\nstylebook: ../b.tsv\n",
		"repo/book/b.tsv":       "",
		"repo/big/.nukta.yaml":  "extends: big.yaml\n",
		"repo/big/big.yaml":     strings.Repeat("#", checker.MaxConfig+1),
		"alone/.nukta.yaml":     "extends: ../secret.yaml\n", // of no repository
		"repo/wide/.nukta.yaml": "extends: [a.yaml, a.yaml, a.yaml, a.yaml, a.yaml]\n",
		"repo/wide/a.yaml":      "extends: [b.yaml, b.yaml, b.yaml, b.yaml, b.yaml]\n",
		"repo/wide/b.yaml":      "extends: [c.yaml, c.yaml, c.yaml, c.yaml, c.yaml]\n",
		"repo/wide/c.yaml":      "lang: hi\n",
		"repo/long/.nukta.yaml": "extends: 1.yaml\n",
	}
	for i := 1; i < 9; i++ {
		chain[fmt.Sprintf("repo/long/%d.yaml", i)] = fmt.Sprintf("extends: %d.yaml\n", i+1)
	}
	tree(t, chain)
	absolute, err := filepath.Abs("secret.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"repo/abs", "repo/root"} {
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write(t, "repo/abs/.nukta.yaml", "extends: "+absolute+"\n")
	write(t, "repo/root/.nukta.yaml", "extends: /repo/base.yaml\n")
	if err := os.Symlink(filepath.Join("..", "..", "secret.yaml"), filepath.Join("repo", "link", "link.yaml")); err != nil {
		t.Skip(err)
	}
	for folder, want := range map[string]string{
		"bad":  `:3: extends: repo/base.yaml:2: unknown key "lnag" (did you mean "lang"?)`,
		"self": ":1: extends: repo/self/.nukta.yaml extends itself",
		"loop": ":1: extends: repo/loop/a.yaml:2: extends: repo/loop/b.yaml:1: extends: repo/loop/a.yaml extends itself",
		"up":   ":1: extends: ../../secret.yaml leads out of ",
		"link": ":1: extends: ",
		"gone": ":1: extends: ",
		"dir":  ":1: extends: dir/d.yaml is not a file",
		"name": `:1: extends: no profile has the name "plian" (did you mean "plain"?); a file has a name that ends in .yaml`,
		"prof": `:1: extends: profile wrong:1: unknown rule "three"`,
		"book": ":1: extends: repo/book/sub/b.yaml:2: stylebook: ",
		"big":  ":1: extends: big/big.yaml is larger than ",
		"abs":  ":1: extends: ",
		"root": ":1: extends: /repo/base.yaml is not relative to the folder of the file that names it",
		"wide": ":1: extends: repo/wide/a.yaml:1: extends: more than 100 configurations are extended",
		"long": ":1: extends: repo/long/1.yaml:1: extends: repo/long/2.yaml:1: extends: ",
	} {
		_, err := settingsOf(t, "repo/"+folder)
		want = "repo/" + folder + "/" + ConfigName + want
		if err == nil || !strings.HasPrefix(filepath.ToSlash(err.Error()), want) {
			t.Errorf("%s:\ngot  %v\nwant %s", folder, err, want)
		}
	}
	if _, err := settingsOf(t, "alone"); err == nil || !strings.Contains(err.Error(), "leads out of ") {
		t.Errorf("alone: got %v", err)
	}
}
