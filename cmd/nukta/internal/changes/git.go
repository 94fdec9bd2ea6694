package changes

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// Since returns what is new in the repository around the current folder since a
// revision: in commits, in the index and in the working tree. A file that git
// does not track, or that lies outside the repository, is new as a whole.
func Since(ctx context.Context, revision string) (*Set, error) {
	g, err := openRepository(ctx)
	if err != nil {
		return nil, err
	}
	commit, err := g.commit(revision)
	if err != nil {
		return nil, err
	}
	return g.since(commit)
}

// SinceMergeBase is Since the commit where the current branch left another.
func SinceMergeBase(ctx context.Context, branch string) (*Set, error) {
	g, err := openRepository(ctx)
	if err != nil {
		return nil, err
	}
	commit, err := g.commit(branch)
	if err != nil {
		return nil, err
	}
	out, err := g.run("merge-base", "HEAD", commit)
	if err != nil {
		return nil, fmt.Errorf("HEAD and %q have no commit in common (%w); in a shallow clone, fetch the history first (git fetch --unshallow)", branch, err)
	}
	return g.since(strings.TrimSpace(string(out)))
}

// repository is a git repository that is asked by the git command.
type repository struct {
	ctx  context.Context
	root string // full path of the working tree; empty until it is known
}

func openRepository(ctx context.Context) (*repository, error) {
	g := &repository{ctx: ctx}
	out, err := g.run("rev-parse", "--show-toplevel")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("git is needed to know what is new, and there is none; install it, or give a diff with --diff")
	case err != nil:
		return nil, fmt.Errorf("the current folder is in no git repository (%w); run nukta in the repository, or give a diff with --diff", err)
	}
	root := strings.TrimRight(string(out), "\r\n")
	g.root = canonicalFolder(filepath.FromSlash(root))
	return g, nil
}

// commit returns the id of the commit that a revision names.
func (g *repository) commit(revision string) (string, error) {
	if revision == "" || strings.HasPrefix(revision, "-") || strings.ContainsRune(revision, 0) {
		return "", fmt.Errorf("%q is no git revision", revision)
	}
	out, err := g.run("rev-parse", "--verify", "--end-of-options", revision+"^{commit}")
	id := strings.TrimSpace(string(out))
	if err == nil && (id == "" || strings.Trim(id, "0123456789abcdef") != "") {
		err = errors.New("it is not one commit")
	}
	if err != nil {
		return "", fmt.Errorf("git knows no revision %q (%w); is it spelt right, and fetched (git fetch)?", revision, err)
	}
	return id, nil
}

// since returns what is new since a commit.
func (g *repository) since(commit string) (*Set, error) {
	set := newSet()
	if err := g.tracked(set); err != nil {
		return nil, err
	}
	changed, err := g.changed(set, commit)
	if err != nil || !changed {
		return set, err
	}
	return set, g.lines(set, commit)
}

// tracked notes the files that git knows.
func (g *repository) tracked(set *Set) error {
	out, err := g.run("ls-files", "-z")
	if err != nil {
		return fmt.Errorf("git ls-files: %w", err)
	}
	set.tracked = map[string]bool{}
	for name := range strings.SplitSeq(string(out), "\x00") {
		set.tracked[g.path(name)] = true
	}
	return nil
}

// diffFlags make a diff that depends on no configuration and runs no program
// of the repository's choice.
var diffFlags = []string{
	"--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all",
	"--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--inter-hunk-context=0",
}

// changed notes the files that are new as a whole, and reports whether there are
// others with new lines. Git asks for the bodies of the latter only: a large
// import is not read line by line.
func (g *repository) changed(set *Set, commit string) (more bool, err error) {
	out, err := g.run("diff", append(diffFlags, "--name-status", "-z", commit, "--")...)
	if err != nil {
		return false, fmt.Errorf("git diff: %w", err)
	}
	fields := strings.Split(string(out), "\x00")
	for len(fields) >= 2 {
		status, name := fields[0], fields[1]
		fields = fields[2:]
		switch {
		case strings.HasPrefix(status, "R"), strings.HasPrefix(status, "C"):
			if len(fields) > 0 {
				fields = fields[1:]
			}
			more = true
		case status == "M":
			more = true
		case status != "D":
			set.files[g.path(name)] = Lines{whole: true}
		}
	}
	return more, nil
}

// lines notes the new lines of files that are not new as a whole.
func (g *repository) lines(set *Set, commit string) error {
	ctx, cancel := context.WithCancel(g.ctx)
	defer cancel()
	cmd, stderr := g.command(ctx, "diff", append(diffFlags, "--patch", "--diff-filter=MRC", commit, "--")...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("git diff: %w", err)
	}
	files, _, err := gitdiff.Parse(stdout)
	if err != nil {
		cancel()
		cmd.Wait() //nolint:errcheck // it was stopped
		return fmt.Errorf("git diff cannot be read: %w", err)
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("git diff: %w", &gitError{err, stderr.String()})
	}
	for _, f := range files {
		set.files[g.path(f.NewName)] = linesOf(f)
	}
	return nil
}

// path returns the canonical path of a name that git gives.
func (g *repository) path(name string) string {
	return filepath.Join(g.root, filepath.FromSlash(name))
}

// run runs git and returns what it prints.
func (g *repository) run(command string, args ...string) ([]byte, error) {
	cmd, stderr := g.command(g.ctx, command, args...)
	out, err := cmd.Output()
	if err != nil {
		return nil, &gitError{err, stderr.String()}
	}
	return out, nil
}

// command returns a git command that takes no locks, asks nothing and starts
// no monitor.
func (g *repository) command(ctx context.Context, command string, args ...string) (*exec.Cmd, *limitedBuffer) {
	all := append([]string{"--no-pager", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", command}, args...)
	cmd := exec.CommandContext(ctx, "git", all...) //nolint:gosec // the words are fixed but for a commit's id and a revision that is no flag
	cmd.Dir = g.root
	cmd.Env = append(environ(), "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
	stderr := new(limitedBuffer)
	cmd.Stderr = stderr
	return cmd, stderr
}

// environ is the environment without what changes the form of a diff.
func environ() []string {
	var out []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if name != "GIT_EXTERNAL_DIFF" && name != "GIT_DIFF_OPTS" {
			out = append(out, v)
		}
	}
	return out
}

// limitedBuffer keeps the beginning of what is written.
type limitedBuffer struct{ bytes.Buffer }

// Write implements io.Writer.
func (b *limitedBuffer) Write(p []byte) (int, error) {
	const most = 4096
	b.Buffer.Write(p[:min(len(p), max(0, most-b.Len()))])
	return len(p), nil
}

// gitError is a failure of git with what it said.
type gitError struct {
	err  error
	said string
}

func (e *gitError) Error() string {
	line, _, _ := strings.Cut(strings.TrimSpace(e.said), "\n")
	if line == "" {
		return e.err.Error()
	}
	return strings.TrimPrefix(line, "fatal: ")
}

func (e *gitError) Unwrap() error { return e.err }
