package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/rules"
)

func explainCommand() *cobra.Command {
	flags := &voice{}
	cmd := &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Explain a rule: what it finds, why, and examples",
		Long: `Explain prints the page of a rule. In its examples ⟦found⟧ marks what the rule
finds, and ⟦found → fixed⟧ what it would write instead. Without a rule it lists
all.`,
		Example: `  nukta explain name-spelling
  nukta explain --lang en unbalanced-quotes`,
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: ruleNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			lang, err := flags.language("")
			if err != nil {
				return err
			}
			run := report.Run{Language: lang, Color: flags.colored()}
			if len(args) == 0 {
				return gone(report.Rules(cmd.OutOrStdout(), run, rules.All))
			}
			i := slices.IndexFunc(rules.All, func(r checker.Rule) bool { return r.Name == args[0] })
			if i < 0 {
				return fmt.Errorf("unknown rule %q%s; nukta rules lists them", args[0], checker.Nearest(args[0], ruleNames()))
			}
			return gone(report.Page(cmd.OutOrStdout(), run, rules.All[i]))
		},
	}
	flags.flags(cmd)
	return cmd
}
