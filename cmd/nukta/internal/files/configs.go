package files

import (
	"crypto/sha256"
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
	// Origins are the full paths of the files that the configuration was read
	// from, and Sum a hash of what they and its profiles hold.
	Origins []string
	Sum     [sha256.Size]byte

	layers []layer // Config and all that it extends
}

// Configs finds the configuration of each folder: that in the folder itself,
// or in the nearest one above it. Each is read once.
type Configs struct {
	rules      []checker.Rule
	only, skip []string
	profiles   map[string]string
	forced     *Settings
	none       *Settings
	folders    map[string]*Settings
	books      map[string]stylebook // stylebooks by path
}

// NewConfigs returns the configurations of a run. Rules are those there are;
// only and skip name those that the command line asks for and does not want.
// Profiles are the configurations that others may extend by a name. Where path is
// not empty, its configuration governs all files. A name of no rule is an error.
func NewConfigs(rules []checker.Rule, only, skip []string, profiles map[string]string, path string) (*Configs, error) {
	known := make([]string, len(rules))
	for i, rule := range rules {
		known[i] = rule.Name
	}
	for _, name := range slices.Concat(only, skip) {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("unknown rule %q%s; nukta rules lists them", name, checker.Nearest(name, known))
		}
	}
	c := &Configs{rules: rules, only: only, skip: skip, profiles: profiles, folders: map[string]*Settings{}, books: map[string]stylebook{}}
	c.none = c.settings(&checker.Config{})
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

// companions reads the files that a configuration names.
func (c *Configs) companions(config *checker.Config, folder string, origin *origin) error {
	if config.Stylebook != "" {
		book, err := c.stylebook(folder, config.Stylebook, origin)
		if err != nil {
			return config.StylebookError(err)
		}
		config.UseStylebook(book)
	}
	return config.ReadOptionFiles(func(path string) (name, source string, err error) {
		source, err = readInside(folder, path, checker.MaxStylebook)
		origin.note(filepath.Join(folder, path), source)
		return short(filepath.Join(folder, path)), source, err
	})
}

// stylebook is a stylebook with what it was read from, which it shares.
type stylebook struct {
	house  *checker.House
	source string
}

// stylebook reads a stylebook of a configuration's folder, once a run. It must
// stand in that folder or below, and a symbolic link may not lead out of it.
func (c *Configs) stylebook(folder, path string, origin *origin) (*checker.House, error) {
	full := filepath.Join(folder, path)
	if book, ok := c.books[full]; ok && filepath.IsLocal(path) {
		origin.note(full, book.source)
		return book.house, nil
	}
	source, err := readInside(folder, path, checker.MaxStylebook)
	if err != nil {
		return nil, err
	}
	book := new(checker.House)
	if err := book.ReadStylebook(short(full), source); err != nil {
		return nil, err
	}
	origin.note(full, source)
	c.books[full] = stylebook{book, source}
	return book, nil
}

// readInside reads a regular file of a folder's tree, of at most so many bytes.
// No symbolic link may lead out of the tree.
func readInside(folder, path string, most int64) (source string, err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	return readWith(root.Stat, root.Open, path, most)
}

// readLimited reads a regular file of at most so many bytes.
func readLimited(path string, most int64) (source string, err error) {
	return readWith(os.Stat, os.Open, path, most)
}

func readWith(stat func(string) (fs.FileInfo, error), open func(string) (*os.File, error), path string, most int64) (source string, err error) {
	// Opening what is no file, as a pipe, may wait for ever.
	info, err := stat(path)
	switch {
	case err != nil:
		return "", plainly(path, err)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%s is not a file", path)
	}
	f, err := open(path)
	if err != nil {
		return "", plainly(path, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var out strings.Builder // which is not copied into a string
	out.Grow(int(min(info.Size(), most)))
	if _, err := io.Copy(&out, io.LimitReader(f, most+1)); err != nil {
		return "", err
	}
	if int64(out.Len()) > most {
		return "", fmt.Errorf("%s is larger than %d bytes", path, most)
	}
	return out.String(), nil
}

// plainly names a path and what is wrong with it, and no call of the system.
func plainly(path string, err error) error {
	if failed := new(fs.PathError); errors.As(err, &failed) {
		err = failed.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}

func (c *Configs) settings(config *checker.Config, layers ...layer) *Settings {
	return &Settings{Config: config, Rules: config.Choose(c.rules, c.only, c.skip), layers: layers}
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
