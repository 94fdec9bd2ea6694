// Command nukta checks the quality of Hindi text.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker/report"
)

// The exit statuses, beside 0.
const (
	exitFindings = 1 // there are findings
	exitTrouble  = 2 // the tool could not do its work, or not all of it
)

func main() {
	// A reader that goes away, as head does, is no reason to die by a signal:
	// writing then fails, and the exit status is still that of the check.
	signal.Ignore(syscall.SIGPIPE)
	// Most of what a run keeps it keeps to its end. Collecting a little more often
	// than is usual takes no time that can be measured, and a tenth less memory.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(75)
	}
	os.Exit(status(os.Stderr, root().ExecuteContext(context.Background())))
}

// exit is an error that says its exit status, and nothing that is not already
// printed.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// status prints an error and returns the exit status that it means.
func status(w io.Writer, err error) int {
	var code exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintln(w, "nukta:", report.PrintableLines(err.Error())) //nolint:errcheck // there is nobody left to tell
	return exitTrouble
}

func root() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "nukta",
		Short: "A text-quality linter for Hindi journalism",
		Long: `nukta (नुक्ता) reads Hindi drafts and reports, with exact positions, what a
sub-editor marks by hand: one name spelt two ways, quotes that do not close,
mixed transliterations, broken letters and more.

मसौदा जाँचने के लिए:  nukta check मसौदा.txt`,
		Example: `  nukta check draft.txt            check one file
  nukta check                      check the texts below this folder
  nukta fix draft.txt              apply the safe fixes
  nukta explain name-spelling      what a rule finds, and why`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	cmd.SetVersionTemplate("nukta {{.Version}}\n")
	cmd.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w (see %s --help)", err, c.CommandPath())
	})
	cmd.AddCommand(checkCommand(), fixCommand(), baselineCommand(), explainCommand(), rulesCommand(), namesCommand(), initCommand(), schemaCommand(), versionCommand())
	return cmd
}
