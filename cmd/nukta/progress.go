package main

import (
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// patience is how long a run takes before a progress bar appears.
const patience = time.Second

// progress is a bar for a long run, when the standard error is a terminal that
// can erase it. Reports follow when it is cleared.
type progress struct {
	w     io.Writer
	total int
	begin time.Time
	done  int
	bar   *progressbar.ProgressBar
}

// newProgress returns the progress of a run over a number of files.
func newProgress(w io.Writer, total int) *progress {
	p := &progress{total: total, begin: time.Now()}
	if w == os.Stderr && isatty.IsTerminal(os.Stderr.Fd()) && os.Getenv("TERM") != "dumb" {
		p.w = w
	}
	return p
}

// step counts a file. It is not called from several goroutines at a time.
func (p *progress) step(string) {
	p.done++
	if p.w == nil {
		return
	}
	if p.bar == nil {
		if time.Since(p.begin) < patience {
			return
		}
		p.bar = p.newBar()
	}
	p.bar.Set(p.done) //nolint:errcheck // a bar that cannot be drawn is no reason to stop
}

func (p *progress) newBar() *progressbar.ProgressBar {
	return progressbar.NewOptions(p.total,
		progressbar.OptionSetWriter(p.w),
		progressbar.OptionSetDescription("nukta"),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(false), // it began before the bar did
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetWidth(30),
		progressbar.OptionClearOnFinish(),
	)
}

// clear erases the bar.
func (p *progress) clear() {
	if p.bar != nil {
		p.bar.Clear() //nolint:errcheck // a bar that cannot be erased is no reason to stop
	}
}
