package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/baseline"
	"github.com/nukta/nukta/cmd/nukta/internal/changes"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// newness are the flags by which check reports only what is new.
type newness struct{ baseline, newFrom, mergeBase, diff string }

func (n *newness) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&n.baseline, "baseline", "", "only findings that this `FILE` does not hold; nukta baseline writes one")
	cmd.Flags().StringVar(&n.newFrom, "new-from", "", "only findings in lines that are new since this git `REVISION`")
	cmd.Flags().StringVar(&n.mergeBase, "new-from-merge-base", "", "only findings in lines that are new since the current branch left this `BRANCH`")
	cmd.Flags().StringVar(&n.diff, "diff", "", "only findings in lines that the unified diff in this `FILE` adds (-: the standard input)")
	cmd.MarkFlagsMutuallyExclusive("new-from", "new-from-merge-base", "diff")
}

// validate refuses a flag that is given without a value, as a variable that is
// not set gives it: without the flag all findings would be new.
func (n *newness) validate(cmd *cobra.Command) error {
	for _, name := range []string{"baseline", "new-from", "new-from-merge-base", "diff"} {
		if flag := cmd.Flags().Lookup(name); flag.Changed && flag.Value.String() == "" {
			return fmt.Errorf("--%s is empty; give a value, or leave it out to be told of everything", name)
		}
	}
	return nil
}

// sieve holds back what is not new.
type sieve struct {
	baseline *baseline.Baseline // nil for none
	changes  *changes.Set       // nil for none
	passed   []files.File       // not checked, for nothing in them is new
}

// sieve reads the baseline and the changes.
func (n *newness) sieve(ctx context.Context) (*sieve, error) {
	var err error
	s := &sieve{}
	if n.baseline != "" {
		if s.baseline, err = baseline.Read(n.baseline); err != nil {
			return nil, baselineError(n.baseline, err)
		}
	}
	switch {
	case n.newFrom != "":
		s.changes, err = changes.Since(ctx, n.newFrom)
	case n.mergeBase != "":
		s.changes, err = changes.SinceMergeBase(ctx, n.mergeBase)
	case n.diff != "":
		s.changes, err = readDiff(n.diff)
	}
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	return s, err
}

// baselineError says how to make a baseline where there is none.
func baselineError(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no baseline %s; write one with: nukta baseline%s", path, outputFlag(path))
	}
	return err
}

func readDiff(path string) (*changes.Set, error) {
	if path == files.Stdin {
		set, err := changes.Parse(os.Stdin)
		return set, within("standard input", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	set, err := changes.Parse(f)
	return set, within(path, errors.Join(err, f.Close()))
}

// within puts a place in front of an error.
func within(place string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", place, err)
}

// files returns the files that have to be checked. Where files are compared with
// one another, an old one may matter to a new one.
func (s *sieve) files(all []files.File, across bool) []files.File {
	if s.changes == nil || across {
		return all
	}
	var out []files.File
	for _, file := range all {
		if file.Readable() && s.changes.Of(file.Path).None() {
			s.passed = append(s.passed, file)
		} else {
			out = append(out, file)
		}
	}
	return out
}

// keep returns the findings that are new, and what the baseline, if there is
// one, says of all.
func (s *sieve) keep(findings []checker.Finding, all []files.File) ([]checker.Finding, *baseline.Match) {
	var match *baseline.Match
	if s.baseline != nil {
		match = s.baseline.Match(findings)
		findings = match.New
	}
	if s.changes != nil {
		byPath := byPath(all)
		findings = s.changes.Keep(findings, func(path string) ([]byte, error) { return byPath[path].Read() })
	}
	return findings, match
}

// scopeOf says what a run looked at.
func scopeOf(run report.Run, paths []string, passed []files.File, selection *selection) baseline.Scope {
	scope := baseline.Scope{Checked: map[string]bool{}, Passed: map[string]bool{}, Rules: selection.chosen()}
	for _, path := range run.Docs {
		scope.Checked[fullPath(path)] = true
	}
	for _, e := range run.Errors {
		scope.Passed[fullPath(e.Doc)] = true
	}
	for _, file := range passed {
		scope.Passed[fullPath(file.Path)] = true
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		if path != files.Stdin {
			scope.Below = append(scope.Below, fullPath(path))
		}
	}
	return scope
}

// chosen returns the names of the rules that the flags choose, or nil when they
// leave the choice to the configuration.
func (s *selection) chosen() []string {
	if len(s.rules)+len(s.skip) == 0 {
		return nil
	}
	return slices.DeleteFunc(ruleNames(), func(name string) bool {
		return len(s.rules) > 0 && !slices.Contains(s.rules, name) || slices.Contains(s.skip, name)
	})
}

func fullPath(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// printStale says that findings of a baseline are there no longer.
func printStale(w io.Writer, lang language.Tag, path string, stale int) {
	if stale == 0 {
		return
	}
	key := "%s: findings that are there no longer: %d; to remove them: nukta baseline --prune%s\n"
	if lang != language.English {
		key = "%s: दोष जो अब नहीं रहे: %d; हटाने के लिए: nukta baseline --prune%s\n"
	}
	fmt.Fprintf(w, "nukta: "+key, report.Printable(path), stale, report.Printable(outputFlag(path))) //nolint:errcheck // there is nobody left to tell
}

// outputFlag is the flag of nukta baseline for a baseline, where it needs one.
func outputFlag(path string) string {
	if filepath.Clean(path) == baseline.Name {
		return ""
	}
	return " -o " + path
}
