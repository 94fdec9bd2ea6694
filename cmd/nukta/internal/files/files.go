// Package files says which files a command works on, and how each of them is
// configured.
package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/format"
	"github.com/nukta/nukta/checker/text"
)

// Stdin is the path that stands for the standard input.
const Stdin = "-"

// File is one file to work on.
type File struct {
	// Path is the file as it was named or found.
	Path string
	// Settings are those of the configuration that governs the file.
	Settings *Settings

	err  error  // why it cannot be checked, where that is known already
	data []byte // the contents, where the file is the standard input
	read bool   // the file is the standard input
}

// IsStdin reports whether the file is the standard input.
func (f File) IsStdin() bool { return f.read }

// Load reads the file.
func (f File) Load() (*text.Document, error) {
	switch {
	case f.err != nil:
		return nil, f.err
	case f.read:
		return format.Decode(f.Path, f.data)
	}
	return format.Load(f.Path)
}

// Finder finds files.
type Finder struct {
	// Configs knows the configuration of each folder.
	Configs *Configs
	// StdinName stands for the name of the standard input: its extension
	// names the format, and its folder the configuration.
	StdinName string

	files []File
	seen  map[string]bool
}

// Find returns the files that paths name, in their order: a file as it is, of
// a folder all texts below it in the order of their names, and `-` for the
// standard input; no path is the current folder. A path that cannot be read is
// a file that cannot be loaded; the error is that of a bad configuration.
func (f *Finder) Find(paths []string) ([]File, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	f.files, f.seen = nil, map[string]bool{}
	for _, path := range paths {
		if err := f.path(path); err != nil {
			return nil, err
		}
	}
	return f.files, nil
}

func (f *Finder) path(path string) error {
	if path == Stdin {
		return f.stdin()
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return f.folder(path, full)
	}
	return f.add(File{Path: path, err: err}, full)
}

func (f *Finder) stdin() error {
	data, err := format.Read(os.Stdin)
	name, folder := "<stdin>", "."
	if f.StdinName != "" {
		name, folder = f.StdinName, filepath.Dir(f.StdinName)
	}
	full, absErr := filepath.Abs(filepath.Join(folder, Stdin))
	if absErr != nil {
		return absErr
	}
	return f.add(File{Path: name, data: data, read: true, err: err}, full)
}

// add adds a file once.
func (f *Finder) add(file File, full string) error {
	if f.seen[full] {
		return nil
	}
	f.seen[full] = true
	settings, err := f.Configs.Of(filepath.Dir(full))
	if err != nil {
		return err
	}
	file.Settings = settings
	f.files = append(f.files, file)
	return nil
}

// folder adds the texts below a folder. Entries that are hidden or excluded,
// and symbolic links, which may lead anywhere, are passed over.
func (f *Finder) folder(path, full string) error {
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
	for _, entry := range entries {
		name := entry.Name()
		inside, fullInside := filepath.Join(path, name), filepath.Join(full, name)
		if strings.HasPrefix(name, ".") || settings.excludes(fullInside) {
			continue
		}
		switch {
		case entry.IsDir():
			err = f.folder(inside, fullInside)
		case wanted(entry):
			err = f.add(File{Path: inside}, fullInside)
		default:
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func wanted(entry fs.DirEntry) bool {
	return entry.Type().IsRegular() && format.InFolders(entry.Name())
}

// Inputs are the files as inputs of a run.
func Inputs(all []File) func(yield func(checker.Input) bool) {
	return func(yield func(checker.Input) bool) {
		for _, file := range all {
			if !yield(checker.Input{Name: file.Path, Load: file.Load, Rules: file.Settings.Rules, House: file.Settings.Config.House()}) {
				return
			}
		}
	}
}
