package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
	"github.com/nukta/nukta/rules"
)

func initCommand() *cobra.Command {
	force := false
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a commented " + files.ConfigName + " into the current folder",
		Long: `Init writes a configuration in which every setting stands with its default,
commented out. It governs all files of its folder and of those below, up to
folders with a configuration of their own.`,
		Example: "  nukta init",
		Args:    cobra.NoArgs,
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
			if _, err := f.WriteString(checker.ConfigTemplate(rules.All)); err != nil {
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
	return cmd
}
