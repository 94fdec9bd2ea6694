package cache

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Close ends the use of a cache. Once a day, or when much was written, entries
// are removed that were not used for long, and the oldest of too many.
func (c *Cache) Close() {
	marker := filepath.Join(c.folder, "pruned")
	info, err := os.Stat(marker)
	if err == nil && c.now().Sub(info.ModTime()) < 24*time.Hour && c.written.Load() < c.total/16 {
		return
	}
	c.prune()
	if os.WriteFile(marker, nil, 0o600) == nil {
		now := c.now()
		os.Chtimes(marker, now, now) //nolint:errcheck // it is then done again sooner
	}
}

// stored is an entry on the disk.
type stored struct {
	path string
	size int64
	used time.Time
}

// prune removes what is too old, and then the oldest until nine tenths of the
// bound are left. Another run may do the same at once.
func (c *Cache) prune() {
	var all []stored
	var total int64
	for _, e := range c.entries() {
		age := c.now().Sub(e.used)
		abandoned := strings.HasPrefix(filepath.Base(e.path), tempPrefix) && age > time.Hour
		if age > maxAge || abandoned {
			os.Remove(e.path) //nolint:errcheck // it is gone already, or stays
			continue
		}
		all = append(all, e)
		total += e.size
	}
	if total <= c.total {
		return
	}
	slices.SortFunc(all, func(a, b stored) int { return a.used.Compare(b.used) })
	for _, e := range all {
		if total <= c.total*9/10 {
			return
		}
		os.Remove(e.path) //nolint:errcheck // it is gone already, or stays
		total -= e.size
	}
}

// entries lists what the cache holds; of its folder only what has the name of
// one of its own is looked into.
func (c *Cache) entries() []stored {
	var out []stored
	for i := range 256 {
		const hex = "0123456789abcdef"
		folder := filepath.Join(c.folder, string([]byte{hex[i>>4], hex[i&15]}))
		files, err := os.ReadDir(folder)
		if err != nil {
			continue
		}
		for _, file := range files {
			if info, err := file.Info(); err == nil && info.Mode().IsRegular() {
				out = append(out, stored{filepath.Join(folder, file.Name()), info.Size(), info.ModTime()})
			}
		}
	}
	return out
}
