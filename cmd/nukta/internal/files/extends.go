package files

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
)

// maxChain is how many configurations may extend one another in a row, and
// maxExtended how many one may build upon in all.
const (
	maxChain    = 8
	maxExtended = 100
)

// layer is a configuration with the folder that its patterns are relative to.
type layer struct {
	config *checker.Config
	folder string
}

// reader reads a configuration with all that it extends.
type reader struct {
	configs *Configs
	// root is the folder that no extended file may stand outside of: that of the
	// git repository, or else that of the configuration.
	root   string
	chain  []string // what is being read, each extended by the one before it
	count  int      // of what was read
	layers []layer
	origin *origin
}

// read reads a configuration; name stands for it in errors.
func (c *Configs) read(full, name string) (*Settings, error) {
	source, err := readLimited(full, checker.MaxConfig)
	if err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	folder := filepath.Dir(full)
	root := repository(folder)
	if root == "" {
		root = folder
	}
	r := &reader{configs: c, root: root, chain: []string{full}, origin: newOrigin()}
	r.origin.note(full, source)
	config, err := r.parse(name, source, folder)
	if err != nil {
		return nil, err
	}
	return r.origin.of(c.settings(config, r.layers...)), nil
}

// parse reads a configuration of a folder. Later entries of extends win over
// earlier ones, and the configuration itself over them all.
func (r *reader) parse(name, source, folder string) (*checker.Config, error) {
	config, err := checker.ParseConfig(name, []byte(source), r.configs.rules)
	if err != nil {
		return nil, err
	}
	if err := r.configs.companions(config, folder, r.origin); err != nil {
		return nil, err
	}
	r.layers = append(r.layers, layer{config, folder})
	for entry, extended := range slices.Backward(config.Extends) {
		base, err := r.extended(extended, folder)
		if err != nil {
			return nil, config.ExtendsError(entry, err)
		}
		config.Extend(base)
	}
	return config, nil
}

// extended reads what an entry of extends names: a file by its path, or a
// profile.
func (r *reader) extended(entry, folder string) (*checker.Config, error) {
	switch r.count++; {
	case len(r.chain) > maxChain:
		return nil, fmt.Errorf("more than %d configurations extend one another", maxChain)
	case r.count > maxExtended:
		return nil, fmt.Errorf("more than %d configurations are extended", maxExtended)
	}
	if ext := filepath.Ext(entry); ext == ".yaml" || ext == ".yml" {
		return r.file(entry, folder)
	}
	source, ok := r.configs.profiles[entry]
	if !ok {
		names := slices.Sorted(maps.Keys(r.configs.profiles))
		return nil, fmt.Errorf("no profile has the name %q%s; a file has a name that ends in .yaml", entry, checker.Nearest(entry, names))
	}
	r.origin.note("", source)
	return r.parse("profile "+entry, source, folder)
}

func (r *reader) file(path, folder string) (*checker.Config, error) {
	if filepath.IsAbs(path) || strings.HasPrefix(path, "/") {
		return nil, fmt.Errorf("%s is not relative to the folder of the file that names it", path)
	}
	full := filepath.Join(folder, filepath.FromSlash(path))
	if slices.Contains(r.chain, full) {
		return nil, fmt.Errorf("%s extends itself", short(full))
	}
	inside, err := filepath.Rel(r.root, full)
	switch {
	case err != nil:
		return nil, err
	case !filepath.IsLocal(inside):
		return nil, fmt.Errorf("%s leads out of %s", path, r.root)
	}
	source, err := readInside(r.root, inside, checker.MaxConfig)
	if err != nil {
		return nil, err
	}
	r.origin.note(full, source)
	r.chain = append(r.chain, full)
	config, err := r.parse(short(full), source, filepath.Dir(full))
	r.chain = r.chain[:len(r.chain)-1]
	return config, err
}

// excludes reports whether one of several configurations excludes a file or a
// folder. The patterns of each are relative to its own folder.
func (s *Settings) excludes(full string) bool {
	return slices.ContainsFunc(s.layers, func(l layer) bool { return l.excludes(full) })
}

func (l layer) excludes(full string) bool {
	if len(l.config.Exclude) == 0 {
		return false
	}
	path, err := filepath.Rel(l.folder, full)
	return err == nil && l.config.Excludes(filepath.ToSlash(path))
}

// excludesWithin is excludes of a file or of a folder around it.
func (s *Settings) excludesWithin(full string) bool {
	return slices.ContainsFunc(s.layers, func(l layer) bool {
		path := full
		for strings.HasPrefix(filepath.Dir(path), l.folder+string(filepath.Separator)) {
			if l.excludes(path) {
				return true
			}
			path = filepath.Dir(path)
		}
		return l.excludes(path)
	})
}
