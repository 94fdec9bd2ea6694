package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// checkFlags are the flags of check.
type checkFlags struct {
	voice
	selection
	format, failOn choice
	jobs           int
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

Exit status: 0 when nothing is found at or above --fail-on, 1 when something is,
2 when a file could not be read or a flag or a configuration is wrong.`,
		Example: `  nukta check draft.txt
  nukta check --rule name-spelling,mixed-term news/
  nukta check --format json . > findings.json
  pbpaste | nukta check - --lang en
  nukta check - --stdin-filename story.md < story.md`,
		RunE: func(cmd *cobra.Command, paths []string) error { return check(cmd, flags, paths) },
	}
	flags.format = choice{value: report.Formats[0].Name}
	for _, f := range report.Formats {
		flags.format.values = append(flags.format.values, f.Name)
	}
	flags.failOn = choice{values: []string{"error", "warning", "info", "never"}}
	cmd.Flags().VarP(&flags.format, "format", "f", "form of the report")
	cmd.Flags().Var(&flags.failOn, "fail-on", "least severity that makes the exit status 1 (default warning)")
	cmd.Flags().IntVar(&flags.jobs, "jobs", runtime.GOMAXPROCS(0), "files checked at once")
	complete(cmd, "format", flags.format.values)
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
	format := report.Formats[slices.Index(flags.format.values, flags.format.value)]
	ctx, stop := interruptible(cmd.Context())
	defer stop()
	res, err := checker.Run(ctx, files.Inputs(found), checker.Options{
		Language: lang, Jobs: flags.jobs, Sentences: format.Sentences,
	})
	if err != nil {
		return errors.New("interrupted")
	}
	run := report.Run{Version: version, Files: res.Docs, Errors: res.Errors, Language: lang, Color: flags.colored()}
	if len(paths) == 1 && paths[0] != files.Stdin {
		run.Target = paths[0]
	}
	printErrors(cmd.ErrOrStderr(), run)
	if err := gone(format.Write(cmd.OutOrStdout(), run, res.Findings)); err != nil {
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
