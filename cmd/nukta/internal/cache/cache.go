// Package cache keeps on the disk what was found in documents, so that those
// that have not changed need not be checked again.
//
// An entry is a file named after a hash of all that decides what is found. It is
// written beside its place and moved there, so that several runs may share a
// cache; one that is damaged is not used. The cache holds parts of the texts and
// is readable by its owner alone.
package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"hash/crc32"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/nukta/nukta/checker"
)

// The bounds of a cache.
const (
	maxAge   = 30 * 24 * time.Hour // since an entry was last used
	maxTotal = 256 << 20           // bytes
	maxEntry = 16 << 20            // bytes
)

// Cache is a folder with findings. Its methods may be called from several
// goroutines.
type Cache struct {
	folder  string
	program [sha256.Size]byte
	now     func() time.Time
	total   int64        // maxTotal, but in tests
	written atomic.Int64 // bytes
}

// Open opens the cache in a folder, which is made if it is not there. Program
// stands for the build of the program: entries of another are not found.
func Open(folder, program string) (*Cache, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	c := &Cache{folder: folder, program: sha256.Sum256([]byte(program)), now: time.Now, total: maxTotal}
	for name, contents := range signs {
		path := filepath.Join(folder, name)
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		if err := os.WriteFile(path, []byte(contents), 0o600); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// signs are files that tell other programs to leave the cache alone.
var signs = map[string]string{
	"CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What nukta found in texts; it may be deleted.\n",
	".gitignore":   "*\n",
}

// Key stands for a document and all that decides what is found in it.
type Key [sha256.Size]byte

// Key returns the key of a document: of its bytes, the format that they are read
// as, and checker.Identity of how it is checked.
func (c *Cache) Key(data []byte, format string, identity [sha256.Size]byte) Key {
	h := sha256.New()
	h.Write(c.program[:])
	h.Write(identity[:])
	writeSized(h, []byte(format))
	writeSized(h, data)
	return Key(h.Sum(nil))
}

func writeSized(h hash.Hash, b []byte) {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(b)))
	h.Write(size[:])
	h.Write(b)
}

// path returns the file of an entry, in one of 256 folders.
func (c *Cache) path(key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.folder, name[:2], name[2:])
}

// magic begins an entry. Its number changes with the form of entries.
const magic = "nukta\x00\x00\x01"

// headSize is the size of what stands in front of the findings: magic and a
// checksum.
const headSize = len(magic) + 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Get returns the findings under a key, in a document of the given name.
func (c *Cache) Get(key Key, doc string) (found []checker.Finding, ok bool) {
	path := c.path(key)
	data, ok := c.read(path)
	if !ok || len(data) < headSize || string(data[:len(magic)]) != magic {
		return nil, false
	}
	payload := data[headSize:]
	if binary.LittleEndian.Uint32(data[len(magic):]) != crc32.Checksum(payload, castagnoli) {
		return nil, false
	}
	found, ok = decode(string(payload))
	if !ok {
		return nil, false
	}
	for i := range found {
		found[i].Doc = doc
		for j := range found[i].Related {
			found[i].Related[j].Doc = doc
		}
	}
	return found, true
}

// read reads an entry, and notes once a day that it is used.
func (c *Cache) read(path string) (data []byte, ok bool) {
	f, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer f.Close() //nolint:errcheck // nothing was written
	info, err := f.Stat()
	if err != nil || info.Size() > maxEntry {
		return nil, false
	}
	data = make([]byte, info.Size())
	for n := 0; n < len(data); {
		m, err := f.Read(data[n:])
		if err != nil {
			return nil, false
		}
		n += m
	}
	if now := c.now(); now.Sub(info.ModTime()) > 24*time.Hour {
		os.Chtimes(path, now, now) //nolint:errcheck // it is then forgotten sooner
	}
	return data, true
}

// Put keeps the findings of a document under a key. A cache that cannot be
// written is no reason to stop.
func (c *Cache) Put(key Key, found []checker.Finding) {
	payload := encode(found)
	if len(payload) > maxEntry-headSize {
		return
	}
	data := make([]byte, 0, headSize+len(payload))
	data = append(data, magic...)
	data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(payload, castagnoli))
	data = append(data, payload...)
	if write(c.path(key), data) == nil {
		c.written.Add(int64(len(data)))
	}
}

// write puts a file into its place as a whole.
func write(path string, data []byte) error {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, tempPrefix+"*")
	if os.IsNotExist(err) {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return err
		}
		f, err = os.CreateTemp(folder, tempPrefix+"*")
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name()) //nolint:errcheck // what is left is removed later
	}
	return err
}

// tempPrefix begins the names of files that are being written.
const tempPrefix = "new-"
