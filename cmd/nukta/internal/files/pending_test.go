package files

import (
	"os"
	"path/filepath"
	"testing"
)

// TestPending holds that a file is there when it is complete, and not before.
func TestPending(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.txt")
	write := func(path, s string) *Pending {
		t.Helper()
		p, err := Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(s)); err != nil {
			t.Fatal(err)
		}
		return p
	}
	holds := func(want string, files int) {
		t.Helper()
		got, err := os.ReadFile(path)
		if want == "" && err == nil || string(got) != want {
			t.Errorf("got %q (%v), want %q", got, err, want)
		}
		if all, err := os.ReadDir(folder); err != nil || len(all) != files {
			t.Errorf("got %d files (%v), want %d", len(all), err, files)
		}
	}
	p := write(path, "one")
	holds("", 1)
	if err := p.Commit(); err != nil {
		t.Fatal(err)
	}
	p.Discard()
	holds("one", 1)

	p, other := write(path, "two"), write(path, "three")
	holds("one", 3)
	p.Discard()
	holds("one", 2)
	if err := other.Commit(); err != nil {
		t.Fatal(err)
	}
	holds("three", 1)

	link := filepath.Join(folder, "link")
	if err := os.Symlink("out.txt", link); err != nil {
		t.Skip(err)
	}
	if err := write(link, "four").Commit(); err != nil {
		t.Fatal(err)
	}
	holds("four", 2)
}

func TestPendingErrors(t *testing.T) {
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "missing", "out.txt")} {
		if p, err := Create(path); err == nil {
			p.Discard()
			t.Errorf("%s: no error", path)
		}
	}
}
