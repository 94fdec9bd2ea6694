package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

// namesFlags are the flags of names.
type namesFlags struct {
	voice
	selection
	format    choice
	stylebook bool
}

func namesCommand() *cobra.Command {
	flags := &namesFlags{}
	cmd := &cobra.Command{
		Use:   "names [PATH…]",
		Short: "List the names in files with their spellings",
		Long: `Names lists the names in the files with all their spellings, how often each
occurs and in how many files: the most inconsistent names first. It reads the
same files as check.

With --stylebook it prints a stylebook to start from instead: a line for each
name that is spelt in several ways, with tabs between the spelling to prefer,
those to accept and those to avoid. Read it, correct it, save it beside ` + files.ConfigName + `
and name it there:

  stylebook: names.tsv`,
		Example: `  nukta names news/
  nukta names --format tsv news/ > names.tsv
  nukta names --format json draft.txt
  nukta names --stylebook archive/ > stylebook.tsv`,
		RunE: func(cmd *cobra.Command, paths []string) error { return listNames(cmd, flags, paths) },
	}
	flags.format = choice{value: "table", values: []string{"table", "tsv", "json"}}
	cmd.Flags().VarP(&flags.format, "format", "f", "form of the list")
	cmd.Flags().BoolVar(&flags.stylebook, "stylebook", false, "print a stylebook to start from")
	cmd.MarkFlagsMutuallyExclusive("format", "stylebook")
	complete(cmd, "format", flags.format.values)
	flags.voice.flags(cmd)
	flags.fileFlags(cmd)
	return cmd
}

func listNames(cmd *cobra.Command, flags *namesFlags, paths []string) error {
	ctx, opened, err := open(cmd, &flags.voice, &flags.selection, paths)
	if err != nil {
		return err
	}
	defer opened.close()
	run := report.Run{Language: opened.lang}
	groups := rules.Names(func(yield func(*text.Document) bool) {
		for _, file := range opened.files {
			doc, err := file.Load()
			if err != nil {
				run.Errors = append(run.Errors, &checker.DocError{Doc: file.Path, Err: err})
				continue
			}
			if ctx.Err() != nil || !yield(doc) {
				return
			}
		}
	}, opened.config.House())
	if ctx.Err() != nil {
		return errInterrupted
	}
	printErrors(cmd.ErrOrStderr(), run)
	if err := gone(flags.write(cmd.OutOrStdout(), groups, opened.lang)); err != nil {
		return err
	}
	if len(run.Errors) > 0 {
		return exit(exitTrouble)
	}
	return nil
}

func (flags *namesFlags) write(w io.Writer, groups []rules.NameGroup, lang language.Tag) error {
	switch {
	case flags.stylebook:
		return writeStylebook(w, groups)
	case flags.format.value == "json":
		return writeNamesJSON(w, groups)
	case flags.format.value == "tsv":
		return writeNamesTSV(w, groups)
	}
	return writeNamesTable(w, groups, lang)
}

// writeNamesTable puts the numbers first: Devanagari has no width that a
// terminal is sure of, and nothing can stand in a column behind it.
func writeNamesTable(w io.Writer, groups []rules.NameGroup, lang language.Tag) error {
	var out strings.Builder
	head := "  बार  फ़ाइलें  वर्तनियाँ"
	if lang == language.English {
		head = "COUNT  FILES  SPELLINGS"
	}
	out.WriteString(head + "\n")
	for _, g := range groups {
		var spellings []string
		for _, s := range g.Spellings {
			spellings = append(spellings, fmt.Sprintf("%s %d", s.Spelling, s.Count))
		}
		fmt.Fprintf(&out, "%5d  %5d  %s", g.Count, g.Files, strings.Join(spellings, ", "))
		if g.Prefer != g.Spellings[0].Spelling {
			out.WriteString(" → " + g.Prefer)
		}
		out.WriteByte('\n')
	}
	_, err := io.WriteString(w, report.PrintableLines(out.String()))
	return err
}

func writeNamesTSV(w io.Writer, groups []rules.NameGroup) error {
	var out strings.Builder
	out.WriteString("name\tspelling\tadvice\tcount\tfiles\n")
	for _, g := range groups {
		for _, s := range g.Spellings {
			fmt.Fprintf(&out, "%s\t%s\t%s\t%d\t%d\n", cell(g.Prefer), cell(s.Spelling), s.Advice, s.Count, s.Files)
		}
	}
	_, err := io.WriteString(w, report.PrintableLines(out.String()))
	return err
}

func writeNamesJSON(w io.Writer, groups []rules.NameGroup) error {
	if groups == nil {
		groups = []rules.NameGroup{} // a list in JSON too
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Version int               `json:"version"`
		Names   []rules.NameGroup `json:"names"`
	}{1, groups})
}

// cell returns a spelling as a spreadsheet shows it: one that begins as a formula
// does it would run. No name does, but what a hostile configuration prefers may.
func cell(spelling string) string {
	if strings.IndexAny(spelling, "=+-@") == 0 {
		return "'" + spelling
	}
	return spelling
}

func writeStylebook(w io.Writer, groups []rules.NameGroup) error {
	var out strings.Builder
	out.WriteString("# preferred\taccepted (;)\tavoided (;)\n")
	for _, g := range groups {
		others := map[string][]string{}
		for _, s := range g.Spellings {
			others[s.Advice] = append(others[s.Advice], s.Spelling)
		}
		if accept, avoid := others["accept"], others["avoid"]; len(accept)+len(avoid) > 0 {
			fmt.Fprintf(&out, "%s\t%s\t%s\n", cell(g.Prefer), strings.Join(accept, ";"), strings.Join(avoid, ";"))
		}
	}
	_, err := io.WriteString(w, report.PrintableLines(out.String()))
	return err
}
