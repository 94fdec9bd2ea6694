package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/cmd/nukta/internal/cache"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// remembering is the flag that turns the cache on. It is off unless it is asked
// for: the cache holds parts of texts that may not be published.
type remembering struct{ on bool }

func (r *remembering) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&r.on, "cache", false, "remember what is found, and check only files that changed (environment: NUKTA_CACHE is the folder)")
}

// openCache returns the cache, or nil where there is to be none. Where files are
// compared with one another, all of them have to be read.
func (r *remembering) openCache(across bool) (*cache.Cache, error) {
	if !r.on || across {
		return nil, nil
	}
	folder := os.Getenv("NUKTA_CACHE")
	if folder == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("there is no folder for a cache (%w); name one with NUKTA_CACHE", err)
		}
		folder = filepath.Join(user, "nukta")
	}
	c, err := cache.Open(folder, cache.Program(version))
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	return c, nil
}

// remembered returns the files as inputs that ask the cache first, and tell it
// what was found.
func remembered(c *cache.Cache, all []files.File, selection *selection, opts checker.Options) func(yield func(checker.Input) bool) {
	identities := map[*files.Settings][sha256.Size]byte{}
	return func(yield func(checker.Input) bool) {
		for _, file := range all {
			identity, ok := identities[file.Settings]
			if !ok {
				identity = selection.identity(file.Settings, opts)
				identities[file.Settings] = identity
			}
			if !yield(remember(c, file, identity)) {
				return
			}
		}
	}
}

func remember(c *cache.Cache, file files.File, identity [sha256.Size]byte) checker.Input {
	in := file.Input()
	var data []byte // from Recall to Load, so that both see the same
	var key cache.Key
	keyed := false
	in.Recall = func() ([]checker.Finding, bool) {
		read, err := file.Read()
		if err != nil {
			return nil, false
		}
		key, keyed = c.Key(read, file.Format(), identity), true
		found, ok := c.Get(key, file.Path)
		if !ok {
			data = read
		}
		return found, ok
	}
	in.Load = func() (*text.Document, error) {
		if data == nil {
			return file.Load()
		}
		defer func() { data = nil }()
		return file.Parse(data)
	}
	in.Found = func(found []checker.Finding) {
		if keyed {
			c.Put(key, found)
		}
	}
	return in
}

// identity is a hash of how a file is checked: its configuration, the choice of
// rules and the options of the run.
func (s *selection) identity(settings *files.Settings, opts checker.Options) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%x %q %q %s %t %t", settings.Sum, s.rules, s.skip, opts.Language, opts.Sentences, opts.Selected))
}
