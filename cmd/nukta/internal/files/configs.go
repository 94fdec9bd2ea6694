package files

import (
	"errors"
	"fmt"
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
	c := &Configs{rules: rules, only: only, skip: skip, folders: map[string]*Settings{}}
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
	return c.settings(config, filepath.Dir(full)), nil
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
