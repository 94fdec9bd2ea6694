// Package baseline keeps the findings that a newsroom has decided to live with,
// so that it is told of new ones only.
//
// A finding is known by its file and its fingerprint, which is made of its rule,
// its text and the words beside it: it stays known when its line moves. Findings
// of a file that is gone are known in any other file, for a file may be renamed.
package baseline

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
)

// Entry is one finding of a baseline.
type Entry struct {
	// Path is slash-separated and relative to the baseline's folder.
	Path string `json:"path"`
	Rule string `json:"rule"`
	// Text is for people who read the file; only the others are compared.
	Text        string `json:"text"`
	Fingerprint string `json:"fingerprint"`
}

// Baseline is a set of findings.
type Baseline struct {
	// Across says that files were compared with one another, too.
	Across bool

	folder  string // full path
	entries []Entry
	gone    map[string]bool // by path of an entry, once asked
}

// Len returns the number of findings.
func (b *Baseline) Len() int { return len(b.entries) }

// Match is what a baseline says of the findings of a run.
type Match struct {
	// New are the findings that the baseline does not hold.
	New []checker.Finding

	baseline *Baseline
	known    []checker.Finding
	used     []bool // by entry
}

// key is how a finding is known in its own file.
type key struct{ path, fingerprint string }

// Match looks findings up. Each entry stands for one finding; those of the
// same file come first, then those of files that are gone.
func (b *Baseline) Match(findings []checker.Finding) *Match {
	m := &Match{baseline: b, used: make([]bool, len(b.entries))}
	here := make(map[key][]int, len(b.entries))
	for i, e := range b.entries {
		k := key{e.Path, e.Fingerprint}
		here[k] = append(here[k], i)
	}
	paths := map[string]string{}
	unknown := make([]bool, len(findings))
	for i, f := range findings {
		unknown[i] = !take(here, key{b.pathOf(f.Doc, paths), f.Fingerprint}, m.used)
	}
	elsewhere := b.moved(m.used)
	for i, f := range findings {
		if unknown[i] && !take(elsewhere, f.Fingerprint, m.used) {
			m.New = append(m.New, f)
		} else {
			m.known = append(m.known, f)
		}
	}
	return m
}

// take uses up the first of the entries under a key.
func take[K comparable](entries map[K][]int, k K, used []bool) bool {
	left := entries[k]
	if len(left) == 0 {
		return false
	}
	used[left[0]], entries[k] = true, left[1:]
	return true
}

// moved returns the unused entries of files that are gone, by fingerprint.
func (b *Baseline) moved(used []bool) map[string][]int {
	out := map[string][]int{}
	for i, e := range b.entries {
		if !used[i] && b.isGone(e.Path) {
			out[e.Fingerprint] = append(out[e.Fingerprint], i)
		}
	}
	return out
}

// isGone reports whether the file of an entry is there no longer.
func (b *Baseline) isGone(path string) bool {
	gone, asked := b.gone[path]
	if !asked {
		gone = missing(b.full(path))
		b.gone[path] = gone
	}
	return gone
}

func (b *Baseline) full(path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(b.folder, path)
}

// pathOf returns a document's path as entries have it. What JSON cannot hold is
// replaced on both sides.
func (b *Baseline) pathOf(doc string, known map[string]string) string {
	if path, ok := known[doc]; ok {
		return path
	}
	path := doc
	if full, err := filepath.Abs(doc); err == nil {
		path = full
		if rel, err := filepath.Rel(b.folder, full); err == nil {
			path = rel
		}
	}
	path = strings.ToValidUTF8(filepath.ToSlash(path), string(utf8.RuneError))
	known[doc] = path
	return path
}

// Scope says which files a run looked at, all by their full paths.
type Scope struct {
	// Checked are the files that were checked wholly.
	Checked map[string]bool
	// Passed are files that were not: unreadable ones, and those that the run
	// passed over because they have not changed.
	Passed map[string]bool
	// Below are the files and folders that the run was about.
	Below []string
	// Rules are the rules of a run that did not run all; nil otherwise.
	Rules []string
}

// judges reports whether a run would have found what an entry stands for, if
// it were still there.
func (s Scope) judges(rule, full string) bool {
	switch {
	case s.Rules != nil && !slices.Contains(s.Rules, rule), s.Passed[full]:
		return false
	case s.Checked[full]:
		return true
	}
	return slices.ContainsFunc(s.Below, func(above string) bool {
		rel, err := filepath.Rel(above, full)
		return err == nil && filepath.IsLocal(rel)
	})
}

// Stale returns the number of entries that the run of a scope should have found
// and has not.
func (m *Match) Stale(scope Scope) int {
	n := 0
	for i, e := range m.baseline.entries {
		if !m.used[i] && scope.judges(e.Rule, m.baseline.full(e.Path)) {
			n++
		}
	}
	return n
}

// Pruned returns the baseline without the entries that the run of a scope
// should have found and has not, and with the others where they are now.
func (m *Match) Pruned(scope Scope) *Baseline { return m.next(scope, m.known) }

// Updated is Pruned with the new findings.
func (m *Match) Updated(scope Scope) *Baseline {
	return m.next(scope, slices.Concat(m.known, m.New))
}

func (m *Match) next(scope Scope, findings []checker.Finding) *Baseline {
	b := m.baseline
	out := &Baseline{Across: b.Across, folder: b.folder, gone: b.gone}
	paths := map[string]string{}
	for _, f := range findings {
		out.entries = append(out.entries, Entry{b.pathOf(f.Doc, paths), f.Rule, shortened(f.Text), f.Fingerprint})
	}
	for i, e := range b.entries {
		if !m.used[i] && !scope.judges(e.Rule, b.full(e.Path)) {
			out.entries = append(out.entries, e)
		}
	}
	slices.SortFunc(out.entries, func(a, b Entry) int {
		return cmp.Or(
			strings.Compare(a.Path, b.Path),
			strings.Compare(a.Rule, b.Rule),
			strings.Compare(a.Text, b.Text),
			strings.Compare(a.Fingerprint, b.Fingerprint),
		)
	})
	return out
}

// shortened returns as much of a text as a person needs, safe to print.
func shortened(s string) string {
	const most = 120 // bytes
	if len(s) > most {
		n := most
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n] + "…"
	}
	return report.Printable(s)
}
