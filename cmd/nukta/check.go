package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/format"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

// checkFlags are the flags of check.
type checkFlags struct {
	voice
	selection
	newness
	remembering
	formats       outputs
	failOn        choice
	jobs          int
	across, watch bool
}

func checkCommand() *cobra.Command {
	flags := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Report faults in files, in folders or in the standard input",
		Long: `Check reads the files named, and of folders the texts below them, those with one
of the extensions ` + strings.Join(format.Extensions(), " ") + `,
and reports what it finds. Without a path it reads the current folder, and - is
the standard input. Hidden files and symbolic links inside folders are passed
over, and what a .gitignore or the configuration leaves out; a file that is named
is always read. What is read as which format follows from the extension; a file
with any other is plain text. --type names the format of the files named. What is
no prose is passed over: code, addresses, markup, in HTML and subtitles all that is
not shown, and in HTML what its lang says is in another language.

With --across the names and loanwords of all the files are also compared with
one another: a finding then names the other file. A name that is spelt one way
in each file, but in two ways in all of them, is found in no other way.

With --baseline, --new-from, --new-from-merge-base or --diff only what is new is
reported, and decides the exit status. A finding is in a new line when it, or the
place in the same file that it is compared with, touches one that was added or
changed. Git is asked in the repository of the current folder; what it does not
track is new, and a document of a word processor that has changed is new as a
whole. Files in which nothing is new are not read, but with --across.

With --cache what is found is remembered, and a file is not checked again until
it, its configuration or nukta changes. The cache holds parts of the texts; it is
in the folder that NUKTA_CACHE names, or in that of the user for caches. It is not
used with --across.

With --watch check stays, and checks again what changes: after a line with the
time on the standard error it reports on the files that changed, or on all
when a configuration did. Ctrl-C ends it with the exit status 0.

A report has one of these forms:

` + formatList() + `
Several are written at once, each but one to a file: --format sarif=out.sarif,text.
A file is replaced as a whole when its report is complete.

Exit status: 0 when nothing is found at or above --fail-on, 1 when something is,
2 when a file could not be read or a flag or a configuration is wrong.`,
		Example: `  nukta check draft.txt
  nukta check --rule name-spelling,mixed-term news/
  nukta check --across news/
  nukta check --format json . > findings.json
  nukta check --format html=report.html,text news/
  nukta check --baseline .nukta-baseline.json
  nukta check --new-from-merge-base origin/main
  pbpaste | nukta check - --lang en
  nukta check - --stdin-filename story.md < story.md`,
		RunE: func(cmd *cobra.Command, paths []string) error { return check(cmd, flags, paths) },
	}
	flags.failOn = choice{values: []string{"error", "warning", "info", "never"}}
	cmd.Flags().VarP(&flags.formats, "format", "f", "forms of the report, and files for them (default "+report.Formats[0].Name+")")
	cmd.Flags().Var(&flags.failOn, "fail-on", "least severity that makes the exit status 1 (default warning)")
	cmd.Flags().BoolVar(&flags.across, "across", false, "compare the files with one another too")
	cmd.Flags().IntVar(&flags.jobs, "jobs", runtime.GOMAXPROCS(0), "files checked at once")
	complete(cmd, "format", formatNames())
	complete(cmd, "fail-on", flags.failOn.values)
	flags.voice.flags(cmd)
	flags.selection.flags(cmd)
	flags.newness.flags(cmd)
	flags.remembering.flags(cmd)
	cmd.Flags().BoolVar(&flags.watch, "watch", false, "stay, and check again what changes, until Ctrl-C")
	return cmd
}

func check(cmd *cobra.Command, flags *checkFlags, paths []string) error {
	if err := flags.validate(cmd, paths); err != nil {
		return err
	}
	ctx, opened, err := open(cmd, &flags.voice, &flags.selection, paths)
	if err != nil {
		return err
	}
	defer opened.close()
	if flags.watch {
		return watch(ctx, cmd, flags, opened, paths)
	}
	return flags.round(ctx, cmd, opened, paths)
}

var errInterrupted = errors.New("interrupted")

func (flags *checkFlags) validate(cmd *cobra.Command, paths []string) error {
	if err := errors.Join(flags.newness.validate(cmd), flags.formats.validate(paths)); err != nil {
		return err
	}
	stdin := slices.Contains(paths, files.Stdin)
	switch {
	case stdin && flags.diff == files.Stdin:
		return errors.New("the standard input cannot be both the text and the diff")
	case flags.watch && (stdin || flags.diff == files.Stdin):
		return errors.New("--watch cannot watch the standard input")
	case flags.watch && flags.formats.toFiles():
		return errors.New("--watch reports what changes, one report after the other, to the standard output and not to files")
	}
	return validJobs(flags.jobs)
}

func validJobs(n int) error {
	if n < 1 {
		return fmt.Errorf("--jobs must be 1 or more, not %d", n)
	}
	return nil
}

// round checks files once and reports what is found.
func (flags *checkFlags) round(ctx context.Context, cmd *cobra.Command, opened *opening, paths []string) error {
	sieve, err := flags.sieve(ctx)
	if err != nil {
		return err
	}
	if err := flags.formats.open(cmd.OutOrStdout()); err != nil {
		return err
	}
	defer flags.formats.discard()
	found := sieve.files(flags.formats.without(opened.files), flags.across)
	res, err := flags.run(ctx, cmd, opened.lang, found)
	if err != nil {
		return err
	}
	run := runOf(res, found)
	run.Language, run.Color = opened.lang, flags.colored()
	if len(paths) == 1 && paths[0] != files.Stdin {
		run.Target = paths[0]
	}
	printErrors(cmd.ErrOrStderr(), run)
	findings, match := sieve.keep(res.Findings, found)
	if match != nil && !opened.partial && flags.across == sieve.baseline.Across {
		stale := match.Stale(scopeOf(run, paths, sieve.passed, &flags.selection))
		printStale(cmd.ErrOrStderr(), opened.lang, flags.baseline, stale)
	}
	if err := flags.formats.write(run, findings); err != nil {
		return err
	}
	switch {
	case len(res.Errors) > 0:
		return exit(exitTrouble)
	case fails(findings, found, flags.failOn.value):
		return exit(exitFindings)
	}
	return nil
}

// run checks files, with the cache if it is on, and shows how far it is.
func (flags *checkFlags) run(ctx context.Context, cmd *cobra.Command, lang language.Tag, found []files.File) (*checker.Result, error) {
	progress := newProgress(cmd.ErrOrStderr(), len(found))
	defer progress.clear()
	opts := checker.Options{
		Language: lang, Jobs: flags.jobs, Sentences: flags.formats.sentences(), Across: flags.across,
		Selected: flags.chosen() != nil, Progress: progress.step,
	}
	inputs := files.Inputs(found)
	cache, err := flags.openCache(flags.across)
	if err != nil {
		return nil, err
	}
	if cache != nil {
		defer cache.Close()
		inputs = remembered(cache, found, &flags.selection, opts)
	}
	res, err := checker.Run(ctx, inputs, opts)
	if err != nil {
		return nil, errInterrupted
	}
	return res, nil
}

// runOf returns what reports need to know of a run.
func runOf(res *checker.Result, found []files.File) report.Run {
	run := report.Run{Version: version, Files: res.Docs, Errors: res.Errors, Rules: rules.All}
	run.Root, _ = filepath.Abs(".") // without one, names stay as they are
	unread := make(map[string]bool, len(res.Errors))
	for _, e := range res.Errors {
		unread[e.Doc] = true
	}
	for _, file := range found {
		if !unread[file.Path] {
			run.Docs = append(run.Docs, file.Path)
		}
	}
	byPath := byPath(found)
	run.Source = func(path string) (string, error) {
		doc, err := byPath[path].Load()
		if err != nil {
			return "", err
		}
		return doc.Source, nil
	}
	return run
}

func byPath(found []files.File) map[string]files.File {
	out := make(map[string]files.File, len(found))
	for _, file := range found {
		out[file.Path] = file
	}
	return out
}

// fails reports whether there is a finding at or above the severity that the
// flag, else the configuration of its file, names; else at or above warning.
func fails(findings []checker.Finding, found []files.File, flag string) bool {
	least := make(map[string]string, len(found))
	for _, file := range found {
		least[file.Path] = cmp.Or(flag, file.Settings.Config.FailOn, "warning")
	}
	return slices.ContainsFunc(findings, func(f checker.Finding) bool {
		severity, err := checker.ParseSeverity(least[f.Doc])
		return err == nil && f.Severity >= severity // the error is that of never
	})
}
