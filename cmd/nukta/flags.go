package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/fatih/color"
	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/format"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

// choice is a flag with few values.
type choice struct {
	value  string
	values []string
}

func (c *choice) String() string { return c.value }

// Type names the values in the help.
func (c *choice) Type() string { return strings.Join(c.values, "|") }

// Set takes a value or says which there are.
func (c *choice) Set(s string) error {
	if slices.Contains(c.values, s) {
		c.value = s
		return nil
	}
	return fmt.Errorf("it must be one of %s", strings.Join(c.values, ", "))
}

// fileType is a flag that names a format of files.
type fileType struct{ format *format.Format }

func (t *fileType) String() string {
	if t.format == nil {
		return ""
	}
	return t.format.Name
}

// Type names the formats in the help.
func (t *fileType) Type() string { return strings.Join(format.Names(), "|") }

// Set takes the name of a format or an extension of its files, or says which
// there are.
func (t *fileType) Set(s string) error {
	if t.format = format.Named(s); t.format != nil {
		return nil
	}
	names := format.Names()
	known := slices.Clone(names)
	for _, extension := range format.Extensions() {
		known = append(known, extension[len("."):])
	}
	return fmt.Errorf("it must be one of %s%s", strings.Join(names, ", "), checker.Nearest(s, known))
}

// voice is how a command speaks: its language and colour.
type voice struct{ lang, color choice }

func (v *voice) flags(cmd *cobra.Command) {
	v.lang = choice{values: []string{"hi", "en"}}
	v.color = choice{value: "auto", values: []string{"auto", "always", "never"}}
	cmd.Flags().Var(&v.lang, "lang", "language of messages (default hi; environment: NUKTA_LANG)")
	cmd.Flags().Var(&v.color, "color", "colour the output; auto: on a terminal, if NO_COLOR is not set")
	complete(cmd, "lang", v.lang.values)
	complete(cmd, "color", v.color.values)
}

// language returns the language of the flag, else of the environment, else of
// a configuration, else Hindi.
func (v *voice) language(config string) (language.Tag, error) {
	name := v.lang.value
	if env := os.Getenv("NUKTA_LANG"); name == "" && env != "" {
		if err := v.lang.Set(env); err != nil {
			return language.Und, fmt.Errorf("NUKTA_LANG=%q: %w", env, err)
		}
		name = env
	}
	if name == "" {
		name = config
	}
	if name == "en" {
		return language.English, nil
	}
	return language.Hindi, nil
}

func (v *voice) colored() bool {
	switch v.color.value {
	case "always":
		return true
	case "never":
		return false
	}
	return !color.NoColor // which knows of NO_COLOR, of dumb terminals and of pipes
}

// selection is what a command works on: files and rules.
type selection struct {
	rules, skip []string
	config      string
	stdinName   string
	kind        fileType
	noIgnore    bool
	force       bool // ForceExclude
}

func (s *selection) flags(cmd *cobra.Command) {
	cmd.Flags().StringSliceVar(&s.rules, "rule", nil, "only these rules (repeat, or separate by commas)")
	cmd.Flags().StringSliceVar(&s.skip, "skip", nil, "without these rules")
	s.fileFlags(cmd)
	complete(cmd, "rule", ruleNames())
	complete(cmd, "skip", ruleNames())
}

func (s *selection) fileFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.config, "config", "", "configuration file (default: the nearest "+files.ConfigName+" above each file)")
	cmd.Flags().StringVar(&s.stdinName, "stdin-filename", "", "name of the text that - reads: it decides format and configuration")
	cmd.Flags().Var(&s.kind, "type", "format of the files named and of the standard input (default: that of their names)")
	complete(cmd, "type", format.Names())
	cmd.Flags().BoolVar(&s.noIgnore, "no-ignore", false, "in folders, read what a .gitignore leaves out too")
	cmd.Flags().BoolVar(&s.force, "force-exclude", false, "pass over what the configuration or a .gitignore leaves out even where it is named")
}

// find finds the files of paths, and the configuration of the first, or of the
// current folder where there is none.
func (s *selection) find(paths []string) (*opening, error) {
	configs, err := files.NewConfigs(rules.All, s.rules, s.skip, profiles(), s.config)
	if err != nil {
		return nil, err
	}
	finder := files.Finder{Configs: configs, StdinName: s.stdinName, Type: s.kind.format, NoIgnore: s.noIgnore, ForceExclude: s.force}
	found, err := finder.Find(paths)
	if err != nil {
		return nil, err
	}
	if len(found) > 0 {
		return &opening{files: found, folders: finder.Folders, config: found[0].Settings.Config}, nil
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	settings, err := configs.Of(here)
	if err != nil {
		return nil, err
	}
	return &opening{folders: finder.Folders, passed: finder.Passed, config: settings.Config}, nil
}

// profiles are the built-in profiles by name.
func profiles() map[string]string {
	all := map[string]string{}
	for _, name := range rules.Profiles() {
		if source, ok := rules.Profile(name); ok {
			all[name] = string(source)
		}
	}
	return all
}

func ruleNames() []string {
	names := make([]string, len(rules.All))
	for i, rule := range rules.All {
		names[i] = rule.Name
	}
	return names
}

func complete(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // a flag that this program has not defined
	}
}

// printErrors prints the files that could not be worked on.
func printErrors(w io.Writer, run report.Run) {
	for _, e := range run.Errors {
		fmt.Fprintln(w, "nukta:", run.DescribeFile(e)) //nolint:errcheck // there is nobody left to tell
	}
}

// gone drops the error of a reader that has gone away.
func gone(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return err
}
