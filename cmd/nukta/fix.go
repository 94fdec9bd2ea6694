package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-isatty"
	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/format"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// fixFlags are the flags of fix.
type fixFlags struct {
	voice
	selection
	all, diff bool
}

func fixCommand() *cobra.Command {
	flags := &fixFlags{}
	cmd := &cobra.Command{
		Use:   "fix [PATH…]",
		Short: "Apply fixes to files",
		Long: `Fix applies the safe fixes: those whose old text no editor could want. With
--all it applies the first suggestion of every finding too, which a person has
to read: look first with --diff, which changes nothing.

A file is replaced as a whole or not at all, and keeps its mode, its byte order
mark, its line ends and its encoding. A file that is read-only, or that changed
while it was checked, is left alone. With - the fixed text of the standard input
goes to the standard output. In .docx and .odt documents letters are replaced and
nothing else changes; --diff shows their text, a line a paragraph.

Exit status: 0 when all went well, 2 when a file could not be read or written.
With --diff it is 1 when something would change.`,
		Example: `  nukta fix draft.txt
  nukta fix --diff news/
  nukta fix --all --rule name-spelling draft.txt
  nukta fix - < draft.txt > fixed.txt
  nukta fix - --stdin-filename a.docx < a.docx > fixed.docx`,
		RunE: func(cmd *cobra.Command, paths []string) error { return fix(cmd, flags, paths) },
	}
	cmd.Flags().BoolVar(&flags.all, "all", false, "apply suggestions too, not only safe fixes")
	cmd.Flags().BoolVar(&flags.diff, "diff", false, "print what would change as a unified diff, and change nothing")
	flags.voice.flags(cmd)
	flags.selection.flags(cmd)
	return cmd
}

func fix(cmd *cobra.Command, flags *fixFlags, paths []string) error {
	ctx, opened, err := open(cmd, &flags.voice, &flags.selection, paths)
	if err != nil {
		return err
	}
	defer opened.close()
	m := &mender{cmd: cmd, flags: flags, run: report.Run{Language: opened.lang}}
	for _, file := range opened.files {
		if err := m.file(ctx, file); err != nil {
			return err
		}
	}
	printErrors(cmd.ErrOrStderr(), m.run)
	if !flags.diff && !m.piped && (m.changed > 0 || len(m.run.Errors) == 0) { // that nothing was found would not be true
		fmt.Fprintln(cmd.OutOrStdout(), m.run.FixSummary(m.changed)) //nolint:errcheck // the files are written
	}
	switch {
	case len(m.run.Errors) > 0:
		return exit(exitTrouble)
	case flags.diff && m.changed > 0:
		return exit(exitFindings)
	}
	return nil
}

// mender mends files one after the other.
type mender struct {
	cmd     *cobra.Command
	flags   *fixFlags
	run     report.Run
	changed int  // files
	piped   bool // the standard output is the fixed standard input
}

// file mends one file. What is wrong with the file is kept in run; the error is
// one that ends the command.
func (m *mender) file(ctx context.Context, file files.File) error {
	m.piped = m.piped || file.IsStdin()
	r, err := m.repair(ctx, file)
	if ctx.Err() != nil {
		return errors.New("interrupted; no file is half written")
	}
	if err == nil {
		err = m.deliver(file, r)
	}
	if err != nil {
		m.run.Errors = append(m.run.Errors, &checker.DocError{Doc: file.Path, Err: err})
	}
	return nil
}

// repaired is what repair makes of a file.
type repaired struct {
	before, after []byte // the file
	source, fixed string // the text in it
	extracted     bool   // the text is not what the file holds
	fixes, left   int
}

// mostRounds bounds how often a file is checked again after fixes, which may
// bring out other faults.
const mostRounds = 10

// repair checks a file and applies fixes until nothing more applies.
func (m *mender) repair(ctx context.Context, file files.File) (repaired, error) {
	data, err := file.Read()
	if err != nil {
		return repaired{}, err
	}
	out, seen := repaired{before: data, after: data}, map[string]bool{}
	accept := func(_ checker.Finding, fix checker.Fix) bool { return fix.Safe || m.flags.all }
	for round := range mostRounds {
		doc, res, err := checkOne(ctx, file, data, checker.Options{Language: m.run.Language})
		if err != nil {
			return out, err
		}
		if round == 0 {
			out.source, out.fixed, out.extracted = doc.Source, doc.Source, doc.Extracted
		}
		seen[doc.Source] = true
		edits, done := checker.Choose(doc.Source, res.Findings, accept)
		fixed := text.Splice(doc.Source, edits)
		out.left = len(res.Findings)
		if len(done) == 0 || seen[fixed] { // two rules that undo one another go no further
			return out, nil
		}
		if data, err = format.Rewrite(doc, data, edits); err != nil {
			return out, err
		}
		out.after, out.fixed, out.fixes, out.left = data, fixed, out.fixes+len(done), out.left-len(done)
	}
	return out, nil
}

// checkOne checks a file that holds data.
func checkOne(ctx context.Context, file files.File, data []byte, opts checker.Options) (doc *text.Document, res *checker.Result, err error) {
	input := checker.Input{Name: file.Path, Rules: file.Settings.Rules, House: file.Settings.Config.House(), Load: func() (*text.Document, error) {
		doc, err = file.Parse(data)
		return doc, err
	}}
	res, err = checker.Run(ctx, func(yield func(checker.Input) bool) { yield(input) }, opts)
	if err == nil && len(res.Errors) > 0 {
		err = res.Errors[0].Err
	}
	return doc, res, err
}

// deliver writes a repaired file to where it belongs, or prints the difference.
func (m *mender) deliver(file files.File, r repaired) error {
	out := m.cmd.OutOrStdout()
	same := r.fixed == r.source
	switch {
	case m.flags.diff && same:
		return nil
	case m.flags.diff:
		m.changed++
		name := report.Printable(file.Path)
		lines := string(diff.Diff(name+".orig", []byte(r.source), name, []byte(r.fixed)))
		if isatty.IsTerminal(os.Stdout.Fd()) {
			lines = report.PrintableLines(lines)
		}
		_, err := fmt.Fprint(out, lines)
		return gone(err)
	case file.IsStdin():
		if r.extracted && isatty.IsTerminal(os.Stdout.Fd()) {
			return errors.New("the standard output is a terminal, and the document is no text; redirect it to a file")
		}
		_, err := out.Write(r.after)
		return gone(err)
	case same:
		return nil
	}
	if err := format.Save(file.Path, r.before, r.after); err != nil {
		return err
	}
	m.changed++
	_, err := fmt.Fprintln(out, m.run.Fixed(file.Path, r.fixes, r.left))
	return gone(err)
}
