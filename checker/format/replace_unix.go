//go:build unix

package format

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/google/renameio/v2"
)

// replace writes a new file beside the old one and moves it into its place, if
// check, called as late as can be, allows it. The new file is private until it
// has its contents, owner and mode.
func replace(path string, info fs.FileInfo, data []byte, check func() error) error {
	f, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithPermissions(0o600))
	if err != nil {
		return err
	}
	defer f.Cleanup() //nolint:errcheck // after a replacement there is nothing to remove
	if _, err := f.Write(data); err != nil {
		return err
	}
	// Only the superuser can give a file away; anyone else keeps it, as most
	// editors do.
	if stat, ok := info.Sys().(*syscall.Stat_t); ok && os.Geteuid() == 0 {
		if err := f.Chown(int(stat.Uid), int(stat.Gid)); err != nil {
			return err
		}
	}
	if err := f.Chmod(info.Mode()); err != nil {
		return err
	}
	if err := check(); err != nil {
		return err
	}
	return f.CloseAtomicallyReplace()
}
