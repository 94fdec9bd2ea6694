package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/cmd/nukta/internal/cache"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

// TestRemembered: what is in the cache is not loaded again, under any name of the
// same kind, and is what was found.
func TestRemembered(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	write := func(name, contents string) {
		if err := os.WriteFile(name, []byte(contents), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "सरकार ने ऐलान किया हैै।\n")
	write("b.txt", "सरकार ने बयान दिया।\n")
	write("c.md", "# सरकार ने ऐलान किया हैै।\n")
	c, err := cache.Open(filepath.Join(folder, ".cache"), "test")
	if err != nil {
		t.Fatal(err)
	}
	run := func(opts checker.Options) (findings []checker.Finding, loads int) {
		configs, err := files.NewConfigs(rules.All, nil, nil, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		finder := files.Finder{Configs: configs}
		found, err := finder.Find(nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := checker.Run(context.Background(), func(yield func(checker.Input) bool) {
			for in := range remembered(c, found, &selection{}, opts) {
				load := in.Load
				in.Load = func() (*text.Document, error) {
					loads++
					return load()
				}
				if !yield(in) {
					return
				}
			}
		}, opts)
		if err != nil || len(res.Errors) > 0 || res.Docs != len(found) {
			t.Fatal(err, res.Errors, res.Docs)
		}
		return res.Findings, loads
	}
	first, loads := run(checker.Options{})
	if loads != 3 || len(first) < 2 {
		t.Fatalf("at first: %d loads and %d findings, want 3 and some", loads, len(first))
	}
	again, loads := run(checker.Options{})
	if d := cmp.Diff(first, again, cmpopts.EquateEmpty()); loads != 0 || d != "" {
		t.Errorf("again: %d loads, and a difference:\n%s", loads, d)
	}
	write("d.txt", "सरकार ने ऐलान किया हैै।\n") // as a.txt
	write("b.txt", "सरकार ने बयान दियाा।\n")
	copied, loads := run(checker.Options{})
	if n := len(copied); loads != 1 || n < len(first)+2 || copied[n-1].Doc != "d.txt" {
		t.Errorf("with a changed and a copied file: %d loads and findings %v", loads, copied)
	}
	for name, opts := range map[string]checker.Options{
		"language": {Language: language.English}, "sentences": {Sentences: true}, "choice": {Selected: true},
	} {
		if _, loads := run(opts); loads == 0 {
			t.Errorf("with another %s: nothing was loaded", name)
		}
	}
}
