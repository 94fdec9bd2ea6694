package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker/report"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of check --format json",
		Example: "  nukta schema > nukta.schema.json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(cmd.OutOrStdout(), report.Schema())
			return gone(err)
		},
	}
}
