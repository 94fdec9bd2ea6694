package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

func initCommand() *cobra.Command {
	force := false
	profile := choice{values: rules.Profiles()}
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a commented " + files.ConfigName + " into the current folder",
		Long: `Init writes a configuration in which every setting stands with its default,
commented out. It governs all files of its folder and of those below, up to
folders with a configuration of their own.

With --profile it extends a built-in style of orthography, which it shows: chd
as the Central Hindi Directorate writes, news as most newspapers do, bbc with
nukta and chandrabindu kept.`,
		Example: `  nukta init
  nukta init --profile news`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			how := os.O_CREATE | os.O_WRONLY | os.O_EXCL
			if force {
				how = os.O_CREATE | os.O_WRONLY | os.O_TRUNC
			}
			f, err := os.OpenFile(files.ConfigName, how, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s exists already (overwrite it with --force)", files.ConfigName)
			}
			if err != nil {
				return err
			}
			if _, err := f.WriteString(extending(profile.value) + checker.ConfigTemplate(rules.All)); err != nil {
				return errors.Join(err, f.Close())
			}
			if err := f.Close(); err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), files.ConfigName)
			return gone(err)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite a configuration that exists")
	cmd.Flags().Var(&profile, "profile", "style of orthography to extend")
	complete(cmd, "profile", profile.values)
	return cmd
}

// extending returns the lines that extend a profile, with what it sets as a
// comment; nothing for no profile.
func extending(profile string) string {
	config, ok := rules.Profile(profile)
	if !ok {
		return ""
	}
	var out strings.Builder
	fmt.Fprintf(&out, "extends:\n  - %s\n", profile)
	for line := range strings.Lines(string(config)) {
		out.WriteString("##   " + line)
	}
	out.WriteByte('\n')
	return out.String()
}
