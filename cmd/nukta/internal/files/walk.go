package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/nukta/nukta/checker/format"
)

// Passed counts what was passed over in folders. A folder that is passed over
// counts as one, whatever it holds.
type Passed struct {
	// Ignored are those that a .gitignore or a configuration leaves out.
	Ignored int
	// Others are files of other kinds.
	Others int
}

// folder adds the texts below a folder that is named. Where a .gitignore leaves
// the folder out, what stands above it has no say: it was asked for.
func (f *Finder) folder(path, full string) error {
	above, _, err := f.above(full, true)
	if err != nil {
		return err
	}
	return f.walk(path, full, above)
}

// leftOut reports whether a file or a folder that is named would be passed over
// if only the folder of its repository or of its configuration were.
func (f *Finder) leftOut(full string, isFolder bool) (bool, error) {
	settings, err := f.Configs.Of(filepath.Dir(full))
	if err != nil || settings.excludesWithin(full) {
		return true, err
	}
	_, ignored, err := f.above(full, isFolder)
	return ignored, err
}

// walk adds the texts below a folder. Entries that are hidden, ignored or
// excluded, and symbolic links, which may lead anywhere, are passed over.
func (f *Finder) walk(path, full string, above *ignores) error {
	f.Folders = append(f.Folders, full)
	settings, err := f.Configs.Of(full)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err := f.add(File{Path: path, err: err}, full); err != nil {
			return err
		}
	}
	ignored, err := f.ignoresOf(path, full, above)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		inside, fullInside := filepath.Join(path, name), filepath.Join(full, name)
		switch {
		case strings.HasPrefix(name, "."):
			continue
		case !entry.IsDir() && !wanted(entry):
			f.Passed.Others++
			continue
		case settings.excludes(fullInside) || ignored.ignored(fullInside, entry.IsDir()):
			f.Passed.Ignored++
			continue
		case entry.IsDir():
			err = f.walk(inside, fullInside, ignored)
		default:
			err = f.add(File{Path: inside}, fullInside)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// above returns the patterns that hold for a file or a folder from outside it,
// those of its repository and of the folders between, and whether they leave it
// out: then they are none. There are none outside a repository either.
func (f *Finder) above(full string, isFolder bool) (all *ignores, ignored bool, err error) {
	root := repository(filepath.Dir(full))
	if root == "" || f.NoIgnore || isFolder && repository(full) == full {
		return nil, false, nil
	}
	inside, err := filepath.Rel(root, full)
	if err != nil {
		return nil, false, err
	}
	folder := root
	for name := range strings.SplitSeq(inside, string(filepath.Separator)) {
		if all, err = f.ignoresOf(short(folder), folder, all); err != nil {
			return nil, false, err
		}
		folder = filepath.Join(folder, name)
		if all.ignored(folder, isFolder || folder != full) {
			return nil, true, nil
		}
	}
	return all, false, nil
}

// ignoresOf adds the patterns of a folder to those from above it. A repository
// inside another begins anew. A file of patterns that cannot be read is one
// that cannot be checked.
func (f *Finder) ignoresOf(path, full string, above *ignores) (*ignores, error) {
	if f.NoIgnore {
		return nil, nil
	}
	if _, err := os.Lstat(filepath.Join(full, ".git")); err == nil {
		exclude := filepath.Join(gitFolder(full), "info", "exclude")
		if above, err = readIgnores(exclude, full, nil); err != nil {
			return above, f.add(File{Path: exclude, err: err}, exclude)
		}
	}
	full = filepath.Join(full, ignoreName)
	all, err := readIgnores(full, filepath.Dir(full), above)
	if err != nil {
		return above, f.add(File{Path: filepath.Join(path, ignoreName), err: err}, full)
	}
	return all, nil
}

func wanted(entry fs.DirEntry) bool {
	return entry.Type().IsRegular() && format.InFolders(entry.Name())
}
