package baseline

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
)

func finding(doc, fingerprint string) checker.Finding {
	return checker.Finding{Doc: doc, Rule: "danda", Text: "।।", Fingerprint: fingerprint}
}

func list(b *Baseline) (out []string) {
	for _, e := range b.entries {
		out = append(out, e.Path+" "+e.Fingerprint)
	}
	return out
}

// TestMatch: each entry stands for one finding, of its own file first, and of any
// other when that is gone.
func TestMatch(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a", "b"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := New("base.json")
	if err != nil {
		t.Fatal(err)
	}
	b.entries = []Entry{{"a", "danda", "", "1"}, {"gone", "danda", "", "1"}, {"gone", "danda", "", "2"}, {"a", "danda", "", "3"}}
	m := b.Match([]checker.Finding{
		finding("b", "1"), // moved from gone
		finding("a", "1"),
		finding("b", "1"), // once more
		finding("b", "3"), // which is in a, and a is there
		finding("sub/../a", "3"),
	})
	var got []string
	for _, f := range m.New {
		got = append(got, f.Doc+" "+f.Fingerprint)
	}
	if want := []string{"b 1", "b 3"}; !slices.Equal(got, want) {
		t.Errorf("new are %q, want %q", got, want)
	}
	here := fullPath(t, ".")
	all := Scope{Below: []string{here}}
	if got := m.Stale(all); got != 1 { // gone 2
		t.Errorf("%d are stale, want 1", got)
	}
	if got, want := list(m.Pruned(all)), []string{"a 1", "a 3", "b 1"}; !slices.Equal(got, want) {
		t.Errorf("pruned %q, want %q", got, want)
	}
	if got, want := list(m.Updated(all)), []string{"a 1", "a 3", "b 1", "b 1", "b 3"}; !slices.Equal(got, want) {
		t.Errorf("updated %q, want %q", got, want)
	}
	for name, scope := range map[string]Scope{
		"of another folder": {Below: []string{filepath.Join(here, "sub")}},
		"of another rule":   {Below: []string{here}, Rules: []string{"mixed-term"}},
		"that failed":       {Below: []string{here}, Passed: map[string]bool{filepath.Join(here, "gone"): true}},
	} {
		if got := m.Stale(scope); got != 0 {
			t.Errorf("a run %s: %d are stale, want 0", name, got)
		}
	}
}

func fullPath(t *testing.T, path string) string {
	t.Helper()
	full, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return full
}

// TestNames: names and texts that could harm a reader, or that JSON cannot hold.
func TestNames(t *testing.T) {
	t.Chdir(t.TempDir())
	b, err := New("base.json")
	if err != nil {
		t.Fatal(err)
	}
	f := finding("new\nline \x1b[31m \xff.txt", "1")
	f.Text = "\x1b[31m\u202e" + strings.Repeat("क", 1000)
	var out bytes.Buffer
	if err := b.Match([]checker.Finding{f}).Updated(Scope{}).Write(&out); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(out.Bytes(), []byte{'\n'}); n != 3 || out.Len() > 400 || bytes.ContainsAny(out.Bytes(), "\x1b\u202e") {
		t.Errorf("the file holds %q", out.String())
	}
	if err := os.WriteFile("base.json", out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := Read("base.json")
	if err != nil {
		t.Fatal(err)
	}
	if m := again.Match([]checker.Finding{f}); len(m.New) != 0 {
		t.Error("the finding is not known again")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"version": 1, "across": true, "findings": [{"path":"a","rule":"danda","text":"","fingerprint":"0"}]}`)
	f.Add(`{"version": 1, "later": [{}], "findings": []}`)
	path := filepath.Join(f.TempDir(), "base.json")
	f.Fuzz(func(t *testing.T, s string) {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Read(path)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		again, err := Read(path)
		if err != nil || again.Across != b.Across || !slices.Equal(again.entries, b.entries) {
			t.Errorf("%q becomes %q: %v", s, out.String(), err)
		}
	})
}
