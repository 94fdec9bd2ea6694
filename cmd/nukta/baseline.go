package main

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/baseline"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// baselineFlags are the flags of baseline.
type baselineFlags struct {
	voice
	selection
	output        string
	prune, across bool
	jobs          int
}

func baselineCommand() *cobra.Command {
	flags := &baselineFlags{}
	cmd := &cobra.Command{
		Use:   "baseline [PATH…]",
		Short: "Note what is found now, so that check reports only what is new",
		Long: `Baseline checks the files that check would check and writes all their findings
to a file, which nukta check --baseline then leaves out of its reports. It is
made to be kept beside the texts: it is sorted, with one finding a line.

A finding is known by its file, its rule, its text and the words beside it, and
not by its line: it stays known when text is added above it, and when its file
is renamed. The same fault elsewhere, or once more, is new.

Findings of files that the paths do not name stay in the file as they are; so do
those of other rules where --rule or --skip choose some. With --prune nothing is
added: what is there no longer is removed.`,
		Example: `  nukta baseline
  nukta check --baseline ` + baseline.Name + `
  nukta baseline --prune
  nukta baseline -o news.json news/`,
		RunE: func(cmd *cobra.Command, paths []string) error { return makeBaseline(cmd, flags, paths) },
	}
	cmd.Flags().StringVarP(&flags.output, "output", "o", baseline.Name, "the baseline, to write or to update")
	cmd.Flags().BoolVar(&flags.prune, "prune", false, "only remove what is there no longer")
	cmd.Flags().BoolVar(&flags.across, "across", false, "compare the files with one another too, for check --across")
	cmd.Flags().IntVar(&flags.jobs, "jobs", runtime.GOMAXPROCS(0), "files checked at once")
	flags.voice.flags(cmd)
	flags.selection.flags(cmd)
	return cmd
}

func makeBaseline(cmd *cobra.Command, flags *baselineFlags, paths []string) error {
	if err := validJobs(flags.jobs); err != nil {
		return err
	}
	old, err := baseline.Read(flags.output)
	if errors.Is(err, fs.ErrNotExist) && !flags.prune {
		old, err = baseline.New(flags.output)
	}
	if err != nil {
		return baselineError(flags.output, err)
	}
	old.Across = old.Across || flags.across
	ctx, opened, err := open(cmd, &flags.voice, &flags.selection, paths)
	if err != nil {
		return err
	}
	defer opened.close()
	progress := newProgress(cmd.ErrOrStderr(), len(opened.files))
	res, err := checker.Run(ctx, files.Inputs(opened.files), checker.Options{
		Language: opened.lang, Jobs: flags.jobs, Across: old.Across, Selected: flags.chosen() != nil, Progress: progress.step,
	})
	progress.clear()
	if err != nil {
		return errInterrupted
	}
	run := runOf(res, opened.files)
	run.Language = opened.lang
	printErrors(cmd.ErrOrStderr(), run)
	match, scope := old.Match(res.Findings), scopeOf(run, paths, nil, &flags.selection)
	next := match.Updated(scope)
	if flags.prune {
		next = match.Pruned(scope)
	}
	if err := save(flags.output, next); err != nil {
		return err
	}
	added := len(match.New)
	if flags.prune {
		added = 0
	}
	if err := printBaseline(cmd, opened.lang, flags.output, next.Len(), added, match.Stale(scope)); err != nil {
		return err
	}
	if len(res.Errors) > 0 {
		return exit(exitTrouble)
	}
	return nil
}

// save replaces a baseline as a whole.
func save(path string, b *baseline.Baseline) error {
	file, err := files.Create(path)
	if err != nil {
		return err
	}
	defer file.Discard()
	if err := b.Write(file); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return file.Commit()
}

func printBaseline(cmd *cobra.Command, lang language.Tag, path string, all, added, removed int) error {
	key := "%s: findings: %d (added %d, removed %d)\n"
	if lang != language.English {
		key = "%s: दोष: %d (जुड़े %d, हटे %d)\n"
	}
	_, err := fmt.Fprintf(cmd.OutOrStdout(), key, report.Printable(path), all, added, removed)
	return gone(err)
}
