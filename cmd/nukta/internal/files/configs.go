package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
)

// ConfigName is the name of the configuration file.
const ConfigName = ".nukta.yaml"

// Settings are what a configuration means for the files that it governs.
type Settings struct {
	Config *checker.Config
	// Rules are the rules to run, as configured.
	Rules []checker.Rule

	folder string // that the patterns of Config are relative to
}

// excludes reports whether the configuration excludes a file or a folder.
func (s *Settings) excludes(full string) bool {
	if len(s.Config.Exclude) == 0 {
		return false
	}
	path, err := filepath.Rel(s.folder, full)
	return err == nil && s.Config.Excludes(filepath.ToSlash(path))
}

// Configs finds the configuration of each folder: that in the folder itself,
// or in the nearest one above it. Each is read once.
type Configs struct {
	rules      []checker.Rule
	only, skip []string
	forced     *Settings
	none       *Settings
	folders    map[string]*Settings
	books      map[string]*checker.House // stylebooks by path
}

// NewConfigs returns the configurations of a run. Rules are those there are;
// only and skip name those that the command line asks for and does not want.
// Where path is not empty, its configuration governs all files. A name of no
// rule is an error.
func NewConfigs(rules []checker.Rule, only, skip []string, path string) (*Configs, error) {
	known := make([]string, len(rules))
	for i, rule := range rules {
		known[i] = rule.Name
	}
	for _, name := range slices.Concat(only, skip) {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("unknown rule %q%s; nukta rules lists them", name, checker.Nearest(name, known))
		}
	}
	c := &Configs{rules: rules, only: only, skip: skip, folders: map[string]*Settings{}, books: map[string]*checker.House{}}
	c.none = c.settings(&checker.Config{}, "")
	if path == "" {
		return c, nil
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	c.forced, err = c.read(full, path)
	return c, err
}

// Of returns the settings for the files of a folder, given by its full path.
func (c *Configs) Of(folder string) (*Settings, error) {
	if c.forced != nil {
		return c.forced, nil
	}
	if s, ok := c.folders[folder]; ok {
		return s, nil
	}
	s, err := c.find(folder)
	if err != nil {
		return nil, err
	}
	c.folders[folder] = s
	return s, nil
}

func (c *Configs) find(folder string) (*Settings, error) {
	full := filepath.Join(folder, ConfigName)
	switch _, err := os.Lstat(full); {
	case err == nil:
		return c.read(full, short(full))
	case !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
		return nil, err
	}
	parent := filepath.Dir(folder)
	if parent == folder {
		return c.none, nil
	}
	return c.Of(parent)
}

// read reads a configuration; name stands for it in errors.
func (c *Configs) read(full, name string) (*Settings, error) {
	data, err := os.ReadFile(full)
	if err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	config, err := checker.ParseConfig(name, data, c.rules)
	if err != nil {
		return nil, err
	}
	if config.Stylebook != "" {
		book, err := c.stylebook(filepath.Dir(full), config.Stylebook)
		if err != nil {
			return nil, config.StylebookError(err)
		}
		config.UseStylebook(book)
	}
	return c.settings(config, filepath.Dir(full)), nil
}

// stylebook reads a stylebook of a configuration's folder, once a run. It must
// stand in that folder or below, and a symbolic link may not lead out of it.
func (c *Configs) stylebook(folder, path string) (*checker.House, error) {
	full := filepath.Join(folder, path)
	if book := c.books[full]; book != nil && filepath.IsLocal(path) {
		return book, nil
	}
	source, err := readInside(folder, path)
	if err != nil {
		return nil, err
	}
	book := new(checker.House)
	if err := book.ReadStylebook(short(full), source); err != nil {
		return nil, err
	}
	c.books[full] = book
	return book, nil
}

// readInside reads a regular file of a folder's tree.
func readInside(folder, path string) (source string, err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	info, err := root.Stat(path)
	switch {
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s is not a file", path)
	case info.Size() > checker.MaxStylebook:
		return "", fmt.Errorf("%s is larger than %d bytes", path, checker.MaxStylebook)
	}
	f, err := root.Open(path)
	if err != nil {
		return "", err
	}
	var out strings.Builder // which is not copied into a string
	out.Grow(int(info.Size()))
	_, err = io.Copy(&out, io.LimitReader(f, checker.MaxStylebook+1))
	return out.String(), errors.Join(err, f.Close())
}

func (c *Configs) settings(config *checker.Config, folder string) *Settings {
	return &Settings{Config: config, Rules: config.Choose(c.rules, c.only, c.skip), folder: folder}
}

// short returns a path relative to the current folder where it is below that.
func short(full string) string {
	here, err := os.Getwd()
	if err != nil {
		return full
	}
	path, err := filepath.Rel(here, full)
	if err != nil || strings.HasPrefix(path, "..") {
		return full
	}
	return path
}
