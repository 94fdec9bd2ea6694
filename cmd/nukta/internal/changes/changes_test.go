package changes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

func TestTouch(t *testing.T) {
	lines := Lines{spans: []span{{2, 3}, {7, 7}}}
	tests := []struct {
		first, last int
		want        bool
	}{
		{1, 1, false}, {2, 2, true}, {3, 3, true}, {4, 6, false}, {7, 7, true}, {8, 9, false},
		{1, 2, true}, {1, 9, true}, {3, 7, true}, {6, 8, true},
	}
	for _, test := range tests {
		if got := lines.touch(test.first, test.last); got != test.want {
			t.Errorf("lines %d to %d: got %v, want %v", test.first, test.last, got, test.want)
		}
	}
	if (Lines{}).touch(1, 9) || !(Lines{whole: true}).touch(1, 1) {
		t.Error("of no lines one is touched, or of a whole file none")
	}
}

// here moves the test into a new folder.
func here(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
}

func TestKeep(t *testing.T) {
	here(t)
	const source = "क\r\nख\rग\nघ\nच\n" // for git, three lines and one more
	set, err := Parse(strings.NewReader("--- a.txt\n+++ a.txt\n@@ -2 +2,2 @@\n-x\n+ख\n+घ\n"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(doc, s string) checker.Finding {
		i := strings.Index(source, s)
		return checker.Finding{Doc: doc, Span: text.Span{Start: i, End: i + len(s)}, Text: s}
	}
	pair := at("a.txt", "क")
	pair.Related = []checker.Related{{Doc: "a.txt", Span: at("", "घ").Span}}
	far := at("a.txt", "च")
	far.Related = []checker.Related{{Doc: "b.txt", Span: at("", "घ").Span}}
	extracted := at("a.txt", "च")
	extracted.Text = "छ" // no text of these bytes
	tests := []struct {
		name string
		in   checker.Finding
		want bool
	}{
		{"in an old line", at("a.txt", "क"), false},
		{"in a new one", at("a.txt", "घ"), true},
		{"behind a CR, which ends no line of a diff", at("a.txt", "ग"), true},
		{"into a new line", at("a.txt", "क\r\nख"), true},
		{"up to a line end", at("a.txt", "क\r\n"), false},
		{"behind", at("a.txt", "च"), false},
		{"with another place in a new line", pair, true},
		{"with another place in another file", far, false},
		{"with positions in something else", extracted, true},
		{"in a file that the diff does not name", at("b.txt", "घ"), false},
	}
	for _, test := range tests {
		kept := set.Keep([]checker.Finding{test.in}, func(string) ([]byte, error) { return []byte(source), nil })
		if got := len(kept) == 1; got != test.want {
			t.Errorf("a finding %s: kept %v, want %v", test.name, got, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	here(t)
	for _, name := range []string{"a.txt", "b/c d.txt", "d.docx"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const hunk = "@@ -1 +1,2 @@\n-x\n+x\n+y\n"
	tests := []struct {
		name, diff, path string
		want             Lines
	}{
		{"of git", "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n" + hunk, "a.txt", Lines{spans: []span{{1, 2}}}},
		{"plain", "--- a.txt\t2020-01-01\n+++ a.txt\t2020-01-02\n" + hunk, "a.txt", Lines{spans: []span{{1, 2}}}},
		{"with prefixes alone", "--- a/a.txt\n+++ b/a.txt\n" + hunk, "a.txt", Lines{spans: []span{{1, 2}}}},
		{"with a prefix that is a folder", "--- b/c d.txt\n+++ b/c d.txt\n" + hunk, "b/c d.txt", Lines{spans: []span{{1, 2}}}},
		{"binary", "diff --git a/d.docx b/d.docx\nindex 1..2 100644\nBinary files a/d.docx and b/d.docx differ\n", "d.docx", Lines{whole: true}},
		{"in two parts", "--- a.txt\n+++ a.txt\n@@ -9 +9 @@\n-x\n+y\n--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-x\n+y\n", "a.txt", Lines{spans: []span{{1, 1}, {9, 9}}}},
		{"with context", "--- a.txt\n+++ a.txt\n@@ -1,3 +1,4 @@\n x\n+y\n x\n-x\n+z\n", "a.txt", Lines{spans: []span{{2, 2}, {4, 4}}}},
		{"that removes", "--- a.txt\n+++ a.txt\n@@ -1,2 +1 @@\n x\n-y\n", "a.txt", Lines{}},
		{"of another file", "--- x.txt\n+++ x.txt\n" + hunk, "a.txt", Lines{}},
		{"empty", "", "a.txt", Lines{}},
	}
	for _, test := range tests {
		set, err := Parse(strings.NewReader(test.diff))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		got := set.Of(test.path)
		if got.whole != test.want.whole || len(got.spans) != len(test.want.spans) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
			continue
		}
		for i := range got.spans {
			if got.spans[i] != test.want.spans[i] {
				t.Errorf("%s: got %v, want %v", test.name, got, test.want)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1,2 @@\n-x\n+x\n+y\n")
	f.Add("diff --git \"a/\\t.txt\" \"b/\\t.txt\"\nsimilarity index 90%\nrename from \"\\t.txt\"\nrename to x\n")
	f.Add("--- /dev/null\r\n+++ b/x.txt\r\n@@ -0,0 +1 @@\r\n+b\r\n")
	f.Fuzz(func(t *testing.T, diff string) {
		set, err := Parse(strings.NewReader(diff))
		if err != nil {
			return
		}
		for path, lines := range set.files {
			last := 0
			for _, s := range lines.spans {
				if s.first > s.last || s.first < last {
					t.Fatalf("%q: lines %v are not in order", path, lines.spans)
				}
				last = s.first
			}
		}
	})
}
