package main

import (
	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/rules"
)

func rulesCommand() *cobra.Command {
	flags := &voice{}
	format := choice{value: "text", values: []string{"text", "json"}}
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Long: `Rules lists what is checked: name, category, severity, whether there are fixes
(safe ones or suggestions), and what the rule finds.`,
		Example: `  nukta rules
  nukta rules --format json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			lang, err := flags.language("")
			if err != nil {
				return err
			}
			run := report.Run{Language: lang, Color: flags.colored()}
			if format.value == "json" {
				return gone(report.RulesJSON(cmd.OutOrStdout(), rules.All))
			}
			return gone(report.Rules(cmd.OutOrStdout(), run, rules.All))
		},
	}
	cmd.Flags().VarP(&format, "format", "f", "form of the list")
	complete(cmd, "format", format.values)
	flags.flags(cmd)
	return cmd
}
