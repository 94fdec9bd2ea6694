// Package changes says which lines of which files are new: since a revision of
// a git repository, or by a unified diff.
package changes

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// Set is a set of new lines.
type Set struct {
	files map[string]Lines // by canonical path
	// tracked are the files that have a past; others are new as a whole. Where
	// it is nil, others are old.
	tracked map[string]bool

	folders map[string]string // canonical paths of folders, once asked
}

// Lines are the new lines of one file.
type Lines struct {
	whole bool
	spans []span // in order
}

// span is a range of lines, counted from 1, both ends in it.
type span struct{ first, last int }

// None reports whether no line is new.
func (l Lines) None() bool { return !l.whole && len(l.spans) == 0 }

// touch reports whether one of a range of lines is new.
func (l Lines) touch(first, last int) bool {
	if l.whole {
		return true
	}
	i, _ := slices.BinarySearchFunc(l.spans, first, func(s span, line int) int { return s.last - line })
	return i < len(l.spans) && l.spans[i].first <= last
}

// Of returns the new lines of a file.
func (s *Set) Of(path string) Lines {
	path = s.canonical(path)
	if lines, ok := s.files[path]; ok {
		return lines
	}
	return Lines{whole: s.tracked != nil && !s.tracked[path]}
}

// Keep returns the findings that touch new lines of their files: with their own
// span, or with a related one in the same file. Read returns the bytes of a
// file. A finding whose position is not one of these bytes, as in a document of
// a word processor, is kept when anything in its file is new.
func (s *Set) Keep(findings []checker.Finding, read func(path string) ([]byte, error)) []checker.Finding {
	var out []checker.Finding
	for len(findings) > 0 {
		doc := findings[0].Doc
		n := 1
		for n < len(findings) && findings[n].Doc == doc {
			n++
		}
		lines := s.Of(doc)
		switch {
		case lines.whole:
			out = append(out, findings[:n]...)
		case !lines.None():
			out = append(out, touching(findings[:n], lines, read)...)
		}
		findings = findings[n:]
	}
	return out
}

// touching returns the findings of one file that touch lines.
func touching(findings []checker.Finding, lines Lines, read func(path string) ([]byte, error)) []checker.Finding {
	data, err := read(findings[0].Doc)
	if err != nil {
		return findings // which is no reason to hide them
	}
	var ends []int // offsets of line ends, as git counts lines: a lone CR ends none
	for i, c := range data {
		if c == '\n' {
			ends = append(ends, i)
		}
	}
	touch := func(at text.Span) bool {
		first, _ := slices.BinarySearch(ends, at.Start)
		last, _ := slices.BinarySearch(ends, max(at.Start, at.End-1))
		return lines.touch(first+1, last+1)
	}
	var out []checker.Finding
	for _, f := range findings {
		related := func(r checker.Related) bool { return r.Doc == f.Doc && touch(r.Span) }
		if !stands(f.Text, f.Span, data) || touch(f.Span) || slices.ContainsFunc(f.Related, related) {
			out = append(out, f)
		}
	}
	return out
}

// stands reports whether a text stands in the bytes of a file where it is said
// to.
func stands(s string, at text.Span, data []byte) bool {
	return 0 <= at.Start && at.Start <= at.End && at.End <= len(data) && string(data[at.Start:at.End]) == s
}

// canonical returns the full path of a file without symbolic links, as far as
// there is a file.
func (s *Set) canonical(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	if info, err := os.Lstat(full); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if target, err := filepath.EvalSymlinks(full); err == nil {
			return target
		}
	}
	folder, name := filepath.Split(full)
	target, ok := s.folders[folder]
	if !ok {
		target = canonicalFolder(folder)
		s.folders[folder] = target
	}
	return filepath.Join(target, name)
}

func canonicalFolder(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

func newSet() *Set { return &Set{files: map[string]Lines{}, folders: map[string]string{}} }
