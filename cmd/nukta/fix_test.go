package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// replacing returns a rule whose safe fix puts one text for another.
func replacing(name, old, with string) checker.Rule {
	return checker.Rule{Name: name, Check: checker.Each(func(p *checker.Pass) {
		if i := strings.Index(p.Doc.Text, old); i >= 0 {
			p.Report(checker.Finding{Message: name, Fixes: []checker.Fix{checker.SafeReplace(text.Span{Start: i, End: i + len(old)}, with)}})
		}
	})}
}

func TestRepair(t *testing.T) {
	for _, c := range []struct {
		name          string
		rules         []checker.Rule
		source, fixed string
		fixes         int
	}{
		{"nothing", nil, "क", "क", 0},
		{"one", []checker.Rule{replacing("a", "क", "ख")}, "क क", "ख ख", 2},
		{"one brings out another", []checker.Rule{replacing("a", "ख", "ग"), replacing("b", "क", "ख")}, "क", "ग", 2},
		{"a circle", []checker.Rule{replacing("a", "क", "ख"), replacing("b", "ख", "क")}, "क", "ख", 1},
		{"without end", []checker.Rule{replacing("a", "क", "कक")}, "क", strings.Repeat("क", 1+mostRounds), mostRounds},
	} {
		t.Chdir(t.TempDir())
		if err := os.WriteFile("a.txt", []byte(c.source), 0o644); err != nil {
			t.Fatal(err)
		}
		m := &mender{flags: &fixFlags{}}
		r, err := m.repair(context.Background(), theFile(t, c.rules))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if r.fixed != c.fixed || r.fixes != c.fixes {
			t.Errorf("%s: got %q after %d fixes, want %q after %d", c.name, r.fixed, r.fixes, c.fixed, c.fixes)
		}
	}
}

func theFile(t *testing.T, rules []checker.Rule) files.File {
	t.Helper()
	configs, err := files.NewConfigs(rules, nil, nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	found, err := (&files.Finder{Configs: configs}).Find([]string{"a.txt"})
	if err != nil {
		t.Fatal(err)
	}
	return found[0]
}

// TestFixRefusesChangedFile saves a file while it is being checked.
func TestFixRefusesChangedFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte("क"), 0o644); err != nil {
		t.Fatal(err)
	}
	meddle := checker.Rule{Name: "meddle", Check: checker.Each(func(*checker.Pass) {
		if err := os.WriteFile("a.txt", []byte("संपादक का नया पाठ"), 0o644); err != nil {
			t.Error(err)
		}
	})}
	m := &mender{cmd: fixCommand(), flags: &fixFlags{}}
	if err := m.file(context.Background(), theFile(t, []checker.Rule{replacing("a", "क", "ख"), meddle})); err != nil {
		t.Fatal(err)
	}
	if len(m.run.Errors) != 1 || !strings.Contains(m.run.Errors[0].Err.Error(), "changed since it was read") {
		t.Errorf("got the errors %v", m.run.Errors)
	}
	if data, err := os.ReadFile("a.txt"); err != nil || string(data) != "संपादक का नया पाठ" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}

// TestFixLeavesFileOfFailingRule holds that a file is not changed when not all
// of its rules could run.
func TestFixLeavesFileOfFailingRule(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte("क"), 0o644); err != nil {
		t.Fatal(err)
	}
	failing := checker.Rule{Name: "failing", Check: checker.Each(func(*checker.Pass) { panic("a mistake") })}
	m := &mender{cmd: fixCommand(), flags: &fixFlags{}}
	if err := m.file(context.Background(), theFile(t, []checker.Rule{replacing("a", "क", "ख"), failing})); err != nil {
		t.Fatal(err)
	}
	if len(m.run.Errors) != 1 {
		t.Errorf("got the errors %v", m.run.Errors)
	}
	if data, err := os.ReadFile("a.txt"); err != nil || string(data) != "क" {
		t.Errorf("the file holds %q (%v)", data, err)
	}
}
