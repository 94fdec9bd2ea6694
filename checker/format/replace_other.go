//go:build !unix

package format

import (
	"io/fs"
	"os"
	"path/filepath"
)

// replace writes a new file beside the old one and moves it into its place, if
// check, called as late as can be, allows it.
func replace(path string, info fs.FileInfo, data []byte, check func() error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name()) //nolint:errcheck,gosec // the first error is the one to tell
		}
	}()
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(f.Name(), info.Mode())
	}
	if err == nil {
		err = check()
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
