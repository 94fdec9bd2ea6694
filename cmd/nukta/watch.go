package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// Editors write a file in several steps: it is read when nothing has happened
// for a moment, but not put off for ever.
const (
	quiet    = 150 * time.Millisecond
	patient  = 2 * time.Second
	clockNow = "15:04:05"
)

// watch checks files, and again those that change, until it is interrupted.
func watch(ctx context.Context, cmd *cobra.Command, flags *checkFlags, opened *opening, paths []string) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	defer watcher.Close() //nolint:errcheck // the program ends
	if _, err := addFolders(watcher, opened, flags); err != nil {
		return err
	}
	stderr := cmd.ErrOrStderr()
	say(stderr, flags.round(ctx, cmd, opened, paths))
	for ctx.Err() == nil {
		changed := collect(ctx, watcher.Events, watcher.Errors, quiet, patient)
		if ctx.Err() != nil {
			break
		}
		again, err := findAgain(watcher, flags, changed, paths)
		if err != nil {
			separate(stderr)
			say(stderr, err)
			continue
		}
		again.lang = opened.lang
		if len(again.files) > 0 {
			separate(stderr)
			say(stderr, flags.round(ctx, cmd, again, paths))
		}
	}
	return nil
}

// say prints an error that is more than an exit status.
func say(w io.Writer, err error) {
	if !errors.Is(err, errInterrupted) {
		status(w, err)
	}
}

func separate(w io.Writer) {
	fmt.Fprintln(w, "\n──", time.Now().Format(clockNow), "──") //nolint:errcheck // there is nobody left to tell
}

// addFolders watches the folders of all that decides what is found: of the files, so
// that those are seen that an editor moves into place, and of configurations.
// It returns the folders that were not watched before.
func addFolders(watcher *fsnotify.Watcher, opened *opening, flags *checkFlags) (added []string, err error) {
	folders := append([]string(nil), opened.folders...)
	for _, file := range opened.files {
		folders = append(folders, filepath.Dir(fullPath(file.Path)))
	}
	for path := range governing(opened, flags) {
		folders = append(folders, filepath.Dir(path))
	}
	watched := map[string]bool{}
	for _, folder := range watcher.WatchList() { // without those that were removed
		watched[folder] = true
	}
	for _, folder := range folders {
		if watched[folder] {
			continue
		}
		watched[folder] = true
		switch err := watcher.Add(folder); {
		case errors.Is(err, syscall.ENOSPC):
			return nil, fmt.Errorf("watch: %s: the system watches no more folders (on Linux, raise fs.inotify.max_user_watches)", folder)
		case err != nil:
			continue // it is gone again, or cannot be read, which the check says
		}
		added = append(added, folder)
	}
	return added, nil
}

// findAgain finds the files that have to be checked again when paths changed. A
// nil map is that of changes of which nothing is known.
func findAgain(watcher *fsnotify.Watcher, flags *checkFlags, changed map[string]bool, paths []string) (*opening, error) {
	const most = 10 // rounds; new folders may hold new folders
	var opened *opening
	for range most {
		var err error
		if opened, err = flags.find(paths); err != nil {
			return nil, err
		}
		added, err := addFolders(watcher, opened, flags)
		if err != nil {
			return nil, err
		}
		if len(added) == 0 {
			break
		}
		for _, folder := range added { // files may have come before it was watched
			if changed != nil {
				changed[folder] = true
			}
		}
	}
	narrow(opened, flags, changed)
	return opened, nil
}

// narrow leaves the files that are touched by changes.
func narrow(opened *opening, flags *checkFlags, changed map[string]bool) {
	if changed == nil || governed(opened, flags, changed) {
		return
	}
	var left []files.File
	for _, file := range opened.files {
		if below(fullPath(file.Path), changed) {
			left = append(left, file)
		}
	}
	// Where files are compared with one another, one that changes may matter to
	// all.
	if flags.across && len(left) > 0 {
		return
	}
	opened.partial = len(left) < len(opened.files)
	opened.files = left
}

// below reports whether a path or a folder above it is in a set.
func below(path string, set map[string]bool) bool {
	for !set[path] {
		above := filepath.Dir(path)
		if above == path {
			return false
		}
		path = above
	}
	return true
}

// governing are the files that decide what is found in others.
func governing(opened *opening, flags *checkFlags) map[string]bool {
	out := map[string]bool{}
	for _, file := range opened.files {
		for _, path := range file.Settings.Origins {
			out[path] = true
		}
	}
	for _, path := range []string{flags.baseline, flags.diff, flags.config} {
		if path != "" {
			out[fullPath(path)] = true
		}
	}
	return out
}

func governed(opened *opening, flags *checkFlags, changed map[string]bool) bool {
	all := governing(opened, flags)
	for path := range changed {
		if all[path] || filepath.Base(path) == files.ConfigName || filepath.Base(path) == ".gitignore" {
			return true
		}
	}
	return false
}

// collect waits for a change and returns the paths that changed until nothing
// has for a while. It returns nil when changes were lost, or the context ends.
func collect(ctx context.Context, events <-chan fsnotify.Event, failures <-chan error, quiet, most time.Duration) map[string]bool {
	changed := map[string]bool{}
	var settled, late <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failures: // more changes than the system keeps
			if err != nil {
				return nil
			}
		case event := <-events:
			if event.Op == fsnotify.Chmod || event.Name == "" {
				continue
			}
			changed[event.Name] = true
			settled = time.After(quiet)
			if late == nil {
				late = time.After(most)
			}
		case <-settled:
			return changed
		case <-late:
			return changed
		}
	}
}
