package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/format"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// opening is what a command that reads files begins with.
type opening struct {
	files []files.File
	// partial says that there are more files, which are left alone this time.
	partial bool
	// folders are the full paths of the folders that were looked into.
	folders []string
	// passed is what was passed over where there is no file.
	passed files.Passed
	// config is the configuration of the first file, or of the current folder
	// where there is none, for what a run has one of.
	config *checker.Config
	lang   language.Tag
	// close ends the context.
	close context.CancelFunc
}

// open finds the files of paths and the language to speak. The context is one
// that Ctrl-C ends; while files are looked for, it ends the program.
func open(cmd *cobra.Command, voice *voice, selection *selection, paths []string) (context.Context, *opening, error) {
	o, err := selection.find(paths)
	if err != nil {
		return nil, nil, err
	}
	o.lang, err = voice.language(o.config.Lang)
	if err != nil {
		return nil, nil, err
	}
	if len(o.files) == 0 {
		run := report.Run{Language: o.lang}
		fmt.Fprintln(cmd.ErrOrStderr(), "nukta:", run.Nothing(format.Extensions(), o.passed.Ignored, o.passed.Others)) //nolint:errcheck // there is nobody left to tell
	}
	var ctx context.Context
	ctx, o.close = interruptible(cmd.Context())
	return ctx, o, nil
}

// grace is how long a command may take to end after Ctrl-C: reading a pipe that
// nobody writes to goes on for ever.
const grace = 2 * time.Second

// interruptible returns a context that Ctrl-C ends; a second one ends the
// program, and so does a command that has not ended after a grace.
func interruptible(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	ended := make(chan struct{})
	context.AfterFunc(ctx, func() {
		stop()
		select {
		case <-ended:
		case <-time.After(grace):
			os.Exit(status(os.Stderr, errInterrupted))
		}
	})
	return ctx, sync.OnceFunc(func() {
		close(ended)
		stop()
	})
}
