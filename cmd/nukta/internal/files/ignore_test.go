package files

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// git runs git in the current folder, without the person's own settings.
func git(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "XDG_CONFIG_HOME="+os.DevNull)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return string(out)
}

// repo writes files into a new git repository that is the current folder.
func repo(t *testing.T, contents map[string]string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	tree(t, contents)
	git(t, "init", "-q")
}

// listed returns the files that git does not ignore, in order.
func listed(t *testing.T) []string {
	t.Helper()
	out := strings.FieldsFunc(git(t, "ls-files", "-z", "--others", "--exclude-standard"), func(r rune) bool { return r == 0 })
	out = slices.DeleteFunc(out, func(path string) bool { return strings.HasPrefix(filepath.Base(path), ".") })
	slices.Sort(out)
	return slices.Concat(out) // which is nil where it is empty, as that of walked
}

// walked returns the files that are found in the current folder, in order.
func walked(t *testing.T, paths ...string) (out []string) {
	t.Helper()
	for _, path := range find(t, "", paths...) {
		out = append(out, strings.TrimSuffix(path, " one+two"))
	}
	slices.Sort(out)
	return out
}

// write writes one file of the current folder.
func write(t *testing.T, path, contents string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(contents), 0o644); err != nil {
		t.Fatal(err)
	}
}

// archive is a tree in which patterns have something to match.
var archive = map[string]string{
	"a.txt": "", "b.txt": "", "keep.txt": "", "#a.txt": "", "!a.txt": "", "a b.txt": "", "{a,b}.txt": "", "[a].txt": "", "^.txt": "",
	"ख़बर.txt": "", "data/a.txt": "", "data/keep.txt": "", "data/old/a.txt": "", "data/old/keep.txt": "", "data/old/deep/b.txt": "",
	"docs/a.md": "", "docs/b.txt": "", "docs/data/a.txt": "", "a/b/c/d.txt": "", "a/b/keep.txt": "", "a/d.txt": "", "ab/b.txt": "", "1.txt": "",
	"space /a.txt": "", `back\slash.txt`: "", "Z-.txt": "",
}

// TestIgnoresAsGit compares the files found with those that git lists.
func TestIgnoresAsGit(t *testing.T) {
	repo(t, archive)
	for _, source := range []string{
		"",
		"\ufeffa.txt\n# b.txt\n\n",
		"a.txt\r\nb.txt\r\n",
		"*.txt\n!keep.txt\n",
		"data\n", "data/\n", "/data\n", "/data/\n", "a.txt/\n", "data/old\n", "/data/old/\n",
		"data/**\n!data/keep.txt\n",
		"data/*\n!data/keep.txt\n!data/old\n",
		"data/\n!data/keep.txt\n",
		"/*\n!/data\n/data/*\n!/data/old\n",
		"*\n!*/\n!keep.txt\n",
		"*.md\n!docs/\n", "*.txt\n!docs/\n!data/\n",
		"**/old\n", "**/a.txt\n", "a/**/d.txt\n", "**/b/**\n", "a/**\n!a/b\n", "**\n!keep.txt\n", "a**b.txt\n", "a/***/d.txt\n", "/**/keep.txt\n", "**/\n",
		"\\#a.txt\n\\!a.txt\n", "!a.txt\na.txt\n", "a.txt\n!a.txt\n",
		"a b.txt   \n", "a\\ b.txt\n", "space\\ /\n", "space\\  \n", "space \n", "a.txt\\\n", "\\a.txt\n", "back\\\\slash.txt\n",
		"{a,b}.txt\n", "\\{a,b}.txt\n", "[a].txt\n", "[ab].txt\n", "[!a].txt\n", "[^a].txt\n", "\\[a].txt\n", "[[]a].txt\n", "[a\n", "[]^].txt\n", "[a-b].txt\n", "[!]a].txt\n",
		"[[:alpha:]].txt\n", "[[:digit:][:space:]]*\n", "[[:nothing:]].txt\n", "[^[:alnum:]]*\n", "[[:upper:]]-.txt\n", "[[:punct:]]*\n", "[[:lower:]]/\n", "[[:graph:]]*\n", "[[:print:]]*\n", "[[:cntrl:][:blank:]]*\n", "*[[:xdigit:]].txt\n", "[[:alpha]*\n", "[a\\]b].txt\n", "[-a].txt\n", "[a-].txt\n", "[!-a]*\n", "[a-b-d]*\n", "[!/]*.md\n", "[\\^].txt\n",
		"ख़*.txt\n", "*बर.txt\n", "?.txt\n", "*/a.txt\n", "/\n", "!\n", "//\n", "a//\n", "data//a.txt\n", "./a.txt\n", "../a.txt\n", "data?a.txt\n", "data[/]a.txt\n", "data[!x]a.txt\n",
	} {
		write(t, ignoreName, source)
		if diff := cmp.Diff(listed(t), walked(t)); diff != "" {
			t.Errorf("%q (-git +nukta):\n%s", source, diff)
		}
	}
}

// TestIgnoresAsGitAtRandom compares with git over patterns that nobody thought
// of, in three files.
func TestIgnoresAsGitAtRandom(t *testing.T) {
	repo(t, archive)
	name := rapid.SampledFrom([]string{"a", "b", "d", "data", "old", "docs", "keep", "*", "**", "a*", "*.txt", "?.txt", "keep.txt", "a.txt", "[a-c]", "[!a]*", "\\a"})
	pattern := rapid.Custom(func(t *rapid.T) string {
		path := strings.Join(rapid.SliceOfN(name, 1, 3).Draw(t, "names"), "/")
		affix := func(label string, all ...string) string { return rapid.SampledFrom(all).Draw(t, label) }
		return affix("sign", "", "", "!") + affix("anchor", "", "", "/") + path + affix("end", "", "", "/", "/*", "/**") + affix("blanks", "", "", " ", "\r")
	})
	file := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(pattern, 0, 4).Draw(t, "patterns"), "\n") })
	places := []string{ignoreName, filepath.Join("data", ignoreName), filepath.Join("a", "b", ignoreName), filepath.Join(".git", "info", "exclude")}
	rapid.Check(t, func(rt *rapid.T) {
		for _, place := range places {
			write(t, place, file.Draw(rt, place))
		}
		if diff := cmp.Diff(listed(t), walked(t)); diff != "" {
			rt.Errorf("(-git +nukta):\n%s", diff)
		}
	})
}

// TestIgnoresOfRepositories holds which repository's patterns hold for a file.
func TestIgnoresOfRepositories(t *testing.T) {
	tree(t, map[string]string{
		".gitignore": "outside.txt\n", "outside.txt": "", // of no repository: it holds from here down
		"repo/.git/info/exclude":           "info.txt\n",
		"repo/.gitignore":                  "root.txt\nbuild\n",
		"repo/root.txt":                    "",
		"repo/info.txt":                    "",
		"repo/outside.txt":                 "",
		"repo/sub/.gitignore":              "sub.txt\n!root.txt\n",
		"repo/sub/sub.txt":                 "",
		"repo/sub/root.txt":                "",
		"repo/sub/deep/sub.txt":            "",
		"repo/sub/deep/ok.txt":             "",
		"repo/build/out.txt":               "",
		"repo/build/deep/root.txt":         "",
		"repo/inner/.git/HEAD":             "",
		"repo/inner/root.txt":              "",
		"repo/.git/modules/m/info/exclude": "module.txt\n",
		"repo/module/.git":                 "gitdir: ../.git/modules/m\n",
		"repo/module/module.txt":           "",
		"repo/module/root.txt":             "",
		"repo/.git/worktrees/w/commondir":  "../..\n",
		"tree/.git":                        "gitdir: ../repo/.git/worktrees/w\n",
		"tree/info.txt":                    "",
		"tree/root.txt":                    "",
		"broken/.git":                      "nonsense",
		"broken/.gitignore":                "root.txt\n",
		"broken/root.txt":                  "",
		"broken/a.txt":                     "",
	})
	for _, c := range []struct{ paths, want string }{
		{"repo", "repo/inner/root.txt repo/module/root.txt repo/outside.txt repo/sub/deep/ok.txt repo/sub/root.txt"},
		{"repo/sub", "repo/sub/deep/ok.txt repo/sub/root.txt"},
		{"repo/sub/deep", "repo/sub/deep/ok.txt"},
		{"repo/build", "repo/build/deep/root.txt repo/build/out.txt"},
		{"repo/build/deep", "repo/build/deep/root.txt"},
		{"repo/root.txt repo/info.txt", "repo/info.txt repo/root.txt"},
		{"repo/module", "repo/module/root.txt"},
		{"tree", "tree/root.txt"},
		{"broken", "broken/a.txt"},
	} {
		if got := strings.Join(walked(t, strings.Fields(c.paths)...), " "); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.paths, got, c.want)
		}
	}
	if got := walked(t, "."); slices.Contains(got, "outside.txt") || !slices.Contains(got, "repo/outside.txt") {
		t.Errorf("without a repository: got %q", got)
	}
}

// TestForceExclude holds that what is named is passed over when that is asked
// for, even where only a folder around it is left out.
func TestForceExclude(t *testing.T) {
	tree(t, map[string]string{
		"repo/.git/HEAD":         "",
		"repo/.gitignore":        "build\n*.log.txt\n!keep.log.txt\n",
		"repo/.nukta.yaml":       "exclude: [old, \"**/raw.txt\"]\n",
		"repo/a.txt":             "",
		"repo/a.log.txt":         "",
		"repo/keep.log.txt":      "",
		"repo/build/deep/a.txt":  "",
		"repo/old/deep/a.txt":    "",
		"repo/sub/raw.txt":       "",
		"repo/sub/.gitignore":    "a.txt\n",
		"repo/sub/a.txt":         "",
		"repo/sub/deep/b.txt":    "",
		"repo/own/.nukta.yaml":   "",
		"repo/own/old/deep/a.md": "",
	})
	configs, err := NewConfigs(rules, nil, nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	finder := &Finder{Configs: configs, ForceExclude: true}
	found, err := finder.Find(strings.Fields("repo/a.txt repo/a.log.txt repo/keep.log.txt repo/build repo/build/deep repo/build/deep/a.txt repo/old " +
		"repo/old/deep/a.txt repo/sub/raw.txt repo/sub/a.txt repo/sub/deep repo/own/old/deep/a.md repo/missing.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		got = append(got, filepath.ToSlash(f.Path))
	}
	if want := "repo/a.txt repo/keep.log.txt repo/sub/deep/b.txt repo/own/old/deep/a.md repo/missing.txt"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
	if finder.Passed.Ignored != 8 {
		t.Errorf("got %d passed over, want 8", finder.Passed.Ignored)
	}
}
