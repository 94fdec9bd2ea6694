package changes

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// maxDiff is the size in bytes over which a diff is refused.
const maxDiff = 512 << 20

// Parse reads a unified diff, as git and diff -u write it. Its names are
// relative to the root of the repository around the current folder, or to the
// current folder. Files that it does not name are old. An empty diff says that
// nothing is new; what is no diff at all is an error.
func Parse(r io.Reader) (*Set, error) {
	limited := &io.LimitedReader{R: r, N: maxDiff + 1}
	files, preamble, err := gitdiff.Parse(limited)
	switch {
	case limited.N <= 0:
		return nil, fmt.Errorf("diff is larger than %d bytes", maxDiff)
	case err != nil:
		return nil, fmt.Errorf("not a unified diff that can be read: %s", strings.TrimPrefix(err.Error(), "gitdiff: "))
	case len(files) == 0 && strings.TrimSpace(preamble) != "":
		return nil, errors.New("this is not a unified diff")
	}
	roots, err := rootsHere()
	if err != nil {
		return nil, err
	}
	set := newSet()
	for _, f := range files {
		if f.IsDelete {
			continue
		}
		path := set.canonical(locate(roots, strings.TrimSuffix(f.NewName, "\r")))
		set.files[path] = merge(set.files[path], linesOf(f))
	}
	return set, nil
}

// rootsHere returns the folders that names of a diff may be relative to.
func rootsHere() ([]string, error) {
	here, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	for folder := here; ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(filepath.Join(folder, ".git")); err == nil && folder != here {
			return []string{folder, here}, nil
		}
		if folder == filepath.Dir(folder) {
			return []string{here}, nil
		}
	}
}

// locate returns the path that a name of a diff most likely means: of a file
// that is there. Some diffs have the prefixes that git gives to names and none of
// the lines by which they can be told.
func locate(roots []string, name string) string {
	names := []string{name}
	if len(name) > 2 && name[1] == '/' {
		names = append(names, name[2:])
	}
	for _, n := range names {
		for _, root := range roots {
			path := filepath.Join(root, filepath.FromSlash(n))
			if _, err := os.Lstat(path); err == nil {
				return path
			}
		}
	}
	return filepath.Join(roots[0], filepath.FromSlash(name))
}

// linesOf returns the lines that a diff adds to a file.
func linesOf(f *gitdiff.File) Lines {
	if f.IsBinary {
		return Lines{whole: true}
	}
	var out Lines
	for _, fragment := range f.TextFragments {
		line := int(fragment.NewPosition)
		for _, l := range fragment.Lines {
			if l.Op == gitdiff.OpAdd {
				out.add(line)
			}
			if l.New() {
				line++
			}
		}
	}
	return out
}

// add adds a line behind those added before.
func (l *Lines) add(line int) {
	if n := len(l.spans); n > 0 && l.spans[n-1].last == line-1 {
		l.spans[n-1].last = line
		return
	}
	l.spans = append(l.spans, span{line, line})
}

// merge joins what two parts of a diff say of the same file.
func merge(a, b Lines) Lines {
	if a.whole || b.whole {
		return Lines{whole: true}
	}
	spans := slices.Concat(a.spans, b.spans)
	slices.SortFunc(spans, func(a, b span) int { return a.first - b.first })
	return Lines{spans: spans}
}
