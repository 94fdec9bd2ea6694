package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nukta/nukta/checker"
)

var rules = []checker.Rule{
	{Name: "one", Check: checker.Each(func(*checker.Pass) {})},
	{Name: "two", Check: checker.Each(func(*checker.Pass) {})},
}

// tree writes files, by path and contents, into a new current folder.
func tree(t *testing.T, contents map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for path, data := range contents {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// find returns the files found with the rules that run on each.
func find(t *testing.T, config string, paths ...string) (out []string) {
	t.Helper()
	configs, err := NewConfigs(rules, nil, nil, nil, config)
	if err != nil {
		t.Fatal(err)
	}
	found, err := (&Finder{Configs: configs}).Find(paths)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		var names []string
		for _, r := range f.Settings.Rules {
			names = append(names, r.Name)
		}
		out = append(out, filepath.ToSlash(f.Path)+" "+strings.Join(names, "+"))
	}
	return out
}

func TestFind(t *testing.T) {
	tree(t, map[string]string{
		"b.txt": "", "a.md": "", "c.go": "", ".hidden.txt": "", ".git/x.txt": "",
		"news/.nukta.yaml":      "rules: {one: off}\nexclude: [old, \"**/*.raw.txt\"]\n",
		"news/z.txt":            "",
		"news/old/y.txt":        "",
		"news/deep/x.raw.txt":   "",
		"news/deep/w.txt":       "",
		"news/own/.nukta.yaml":  "rules: {two: off}\n",
		"news/own/v.raw.txt":    "",
		"other.yaml":            "rules: {one: off}\nexclude: [news]\n",
		"news/deep/er/u.txt":    "",
		"z/empty/.keep":         "",
		"z/upper/SHOUTED.TXT":   "",
		"z/upper/notes.markdwn": "",
	})
	for _, c := range []struct {
		config string
		paths  []string
		want   []string
	}{
		{"", nil, []string{
			"a.md one+two", "b.txt one+two", "news/deep/er/u.txt two", "news/deep/w.txt two", "news/own/v.raw.txt one",
			"news/z.txt two", "z/upper/SHOUTED.TXT one+two",
		}},
		{"", []string{"news/old", "news/old/y.txt"}, []string{"news/old/y.txt two"}},
		{"", []string{"news/deep/x.raw.txt", "c.go", "./c.go", "missing"}, []string{"news/deep/x.raw.txt two", "c.go one+two", "missing one+two"}},
		{"other.yaml", []string{"."}, []string{"a.md two", "b.txt two", "z/upper/SHOUTED.TXT two"}},
	} {
		if diff := cmp.Diff(c.want, find(t, c.config, c.paths...)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.paths, diff)
		}
	}
}

func TestNewConfigsChecksNames(t *testing.T) {
	for _, c := range []struct{ only, skip, want string }{
		{"one", "two", ""},
		{"onne", "", `unknown rule "onne" (did you mean "one"?); nukta rules lists them`},
		{"", "twoo", `unknown rule "twoo" (did you mean "two"?); nukta rules lists them`},
	} {
		_, err := NewConfigs(rules, strings.Fields(c.only), strings.Fields(c.skip), nil, "")
		if got := ""; err != nil {
			got = err.Error()
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		} else if got != c.want {
			t.Errorf("only %q, skip %q: no error", c.only, c.skip)
		}
	}
}

func TestConfigIsReadOnce(t *testing.T) {
	tree(t, map[string]string{ConfigName: "rules: {one: off}\n", "a/b/c.txt": "", "a/d.txt": ""})
	configs, err := NewConfigs(rules, nil, nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	first, err := configs.Of(filepath.Join(here, "a", "b"))
	if err != nil {
		t.Fatal(err)
	}
	second, err := configs.Of(filepath.Join(here, "a"))
	if err != nil {
		t.Fatal(err)
	}
	if first != second {
		t.Error("two folders under one configuration have two")
	}
}

func TestStylebook(t *testing.T) {
	tree(t, map[string]string{
		"secret.tsv":           "क\t\tख\n",
		"news/.nukta.yaml":     "stylebook: style/names.tsv\n",
		"news/style/names.tsv": "पुतिन\t\tपुटिन\n",
		"news/own/.nukta.yaml": "names: [{prefer: पुटिन}]\nstylebook: names.yaml\n",
		"news/own/names.yaml":  "- {prefer: पुतिन, avoid: [पुटिन, पूतिन]}\n",
		"up/.nukta.yaml":       "lang: hi\nstylebook: ../secret.tsv\n",
		"away/.nukta.yaml":     "stylebook: link.tsv\n",
		"missing/.nukta.yaml":  "stylebook: names.tsv\n",
		"folder/.nukta.yaml":   "stylebook: names\n",
		"folder/names/.keep":   "",
		"bad/.nukta.yaml":      "stylebook: names.tsv\n",
		"bad/names.tsv":        "क\n\tख\n",
	})
	if err := os.Symlink(filepath.Join("..", "secret.tsv"), filepath.Join("away", "link.tsv")); err != nil {
		t.Skip(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	absolute := "stylebook: " + filepath.Join(here, "secret.tsv") + "\n"
	if err := os.Mkdir("absolute", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("absolute", ConfigName), []byte(absolute), 0o644); err != nil {
		t.Fatal(err)
	}
	configs, err := NewConfigs(rules, nil, nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		folder, word string
		want         checker.Standing
	}{
		{"news", "पुटिन", checker.Avoided},
		{"news/own", "पुटिन", checker.Preferred},
		{"news/own", "पूतिन", checker.Avoided},
		{"news", "पूतिन", checker.Unlisted},
	} {
		settings, err := configs.Of(filepath.Join(here, filepath.FromSlash(c.folder)))
		if err != nil {
			t.Fatal(err)
		}
		if got := settings.Config.House().Word(c.word).Standing; got != c.want {
			t.Errorf("%s: %s: got %d, want %d", c.folder, c.word, got, c.want)
		}
	}
	for folder, want := range map[string]string{
		"up":       ":2: stylebook: ",
		"away":     ":1: stylebook: ",
		"absolute": ":1: stylebook: ",
		"missing":  ":1: stylebook: ",
		"folder":   ":1: stylebook: names is not a file",
		"bad":      ":1: stylebook: " + filepath.Join("bad", "names.tsv") + ":2: want up to three columns",
	} {
		_, err := configs.Of(filepath.Join(here, folder))
		if want = filepath.Join(folder, ConfigName) + want; err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", folder, err, want)
		}
	}
}
