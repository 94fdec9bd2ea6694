package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

// checkFlags are the flags of check.
type checkFlags struct {
	voice
	selection
	formats outputs
	failOn  choice
	jobs    int
	across  bool
}

func checkCommand() *cobra.Command {
	flags := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Report faults in files, in folders or in the standard input",
		Long: `Check reads the files named, and of folders the .txt and .md files below them,
and reports what it finds. Without a path it reads the current folder, and - is
the standard input. Hidden files and symbolic links inside folders are passed
over. .md and .markdown are read as Markdown, all others as plain text.

With --across the names and loanwords of all the files are also compared with
one another: a finding then names the other file. A name that is spelt one way
in each file, but in two ways in all of them, is found in no other way.

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
	return cmd
}

func check(cmd *cobra.Command, flags *checkFlags, paths []string) error {
	if flags.jobs < 1 {
		return fmt.Errorf("--jobs must be 1 or more, not %d", flags.jobs)
	}
	found, config, err := flags.find(paths)
	if err != nil {
		return err
	}
	lang, err := flags.language(config.Lang)
	if err != nil {
		return err
	}
	if err := flags.formats.open(cmd.OutOrStdout()); err != nil {
		return err
	}
	defer flags.formats.discard()
	ctx, stop := interruptible(cmd.Context())
	defer stop()
	res, err := checker.Run(ctx, files.Inputs(found), checker.Options{
		Language: lang, Jobs: flags.jobs, Sentences: flags.formats.sentences(), Across: flags.across,
		Selected: len(flags.rules)+len(flags.skip) > 0,
	})
	if err != nil {
		return errors.New("interrupted")
	}
	run := runOf(res, found)
	run.Language, run.Color = lang, flags.colored()
	if len(paths) == 1 && paths[0] != files.Stdin {
		run.Target = paths[0]
	}
	printErrors(cmd.ErrOrStderr(), run)
	if err := flags.formats.write(run, res.Findings); err != nil {
		return err
	}
	switch {
	case len(res.Errors) > 0:
		return exit(exitTrouble)
	case fails(res.Findings, found, flags.failOn.value):
		return exit(exitFindings)
	}
	return nil
}

// runOf returns what reports need to know of a run.
func runOf(res *checker.Result, found []files.File) report.Run {
	run := report.Run{Version: version, Files: res.Docs, Errors: res.Errors, Rules: rules.All}
	run.Root, _ = filepath.Abs(".") // without one, names stay as they are
	unread := make(map[string]bool, len(res.Errors))
	for _, e := range res.Errors {
		unread[e.Doc] = true
	}
	byPath := make(map[string]files.File, len(found))
	for _, file := range found {
		byPath[file.Path] = file
		if !unread[file.Path] {
			run.Docs = append(run.Docs, file.Path)
		}
	}
	run.Source = func(path string) (string, error) {
		doc, err := byPath[path].Load()
		if err != nil {
			return "", err
		}
		return doc.Source, nil
	}
	return run
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
