// Package files says which files a command works on, and how each of them is
// configured.
package files

import (
	"os"
	"path/filepath"

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

	kind *format.Format // as which it is read, where its name does not say
	err  error          // why it cannot be checked, where that is known already
	data []byte         // the contents, where the file is the standard input
	read bool           // the file is the standard input
}

// IsStdin reports whether the file is the standard input.
func (f File) IsStdin() bool { return f.read }

// Readable reports whether nothing is known yet that keeps the file from being
// checked.
func (f File) Readable() bool { return f.err == nil }

// Load reads the file and returns its document.
func (f File) Load() (*text.Document, error) {
	data, err := f.Read()
	if err != nil {
		return nil, err
	}
	return f.Parse(data)
}

// Format returns the name of the format that the file is read as.
func (f File) Format() string { return f.format().Name }

func (f File) format() *format.Format {
	if f.kind != nil {
		return f.kind
	}
	return format.Of(f.Path)
}

// Read returns the bytes of the file.
func (f File) Read() ([]byte, error) {
	switch {
	case f.err != nil:
		return nil, f.err
	case f.read:
		return f.data, nil
	}
	return format.ReadFile(f.Path)
}

// Parse returns the document of the file's bytes.
func (f File) Parse(data []byte) (*text.Document, error) { return f.format().Decode(f.Path, data) }

// Finder finds files.
type Finder struct {
	// Configs knows the configuration of each folder.
	Configs *Configs
	// StdinName stands for the name of the standard input: its extension
	// names the format, and its folder the configuration.
	StdinName string
	// Type is the format of the files that are named and of the standard input,
	// whatever their names say; nil leaves it to the names.
	Type *format.Format
	// NoIgnore finds what a .gitignore leaves out, too.
	NoIgnore bool
	// ForceExclude passes over what is named, too, where a configuration or a
	// .gitignore leaves it out: for callers that name whatever has changed.
	ForceExclude bool
	// Passed is what Find passed over in folders.
	Passed Passed
	// Folders are the full paths of the folders that Find looked into.
	Folders []string

	files []File
	seen  map[string]bool
}

// Find returns the files that paths name, in their order: a file as it is, of
// a folder all texts below it in the order of their names, but for those that
// are ignored, and `-` for the standard input; no path is the current folder. A path that cannot be read is
// a file that cannot be loaded; the error is that of a bad configuration.
func (f *Finder) Find(paths []string) ([]File, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	f.files, f.seen, f.Passed, f.Folders = nil, map[string]bool{}, Passed{}, nil
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
	isFolder := err == nil && info.IsDir()
	if f.ForceExclude {
		if out, err := f.leftOut(full, isFolder); err != nil || out {
			f.Passed.Ignored++
			return err
		}
	}
	if isFolder {
		return f.folder(path, full)
	}
	return f.add(File{Path: path, kind: f.Type, err: err}, full)
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
	return f.add(File{Path: name, kind: f.Type, data: data, read: true, err: err}, full)
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

// Input is the file as an input of a run.
func (f File) Input() checker.Input {
	return checker.Input{Name: f.Path, Load: f.Load, Rules: f.Settings.Rules, House: f.Settings.Config.House()}
}

// Inputs are the files as inputs of a run.
func Inputs(all []File) func(yield func(checker.Input) bool) {
	return func(yield func(checker.Input) bool) {
		for _, file := range all {
			if !yield(file.Input()) {
				return
			}
		}
	}
}
