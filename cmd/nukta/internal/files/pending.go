package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// Pending is a file that is written beside its place and moved into it when it
// is complete. What is no regular file, as a pipe or a device, is written to
// directly.
type Pending struct {
	file *os.File
	path string // where the file goes; empty when it is there already
}

// Create begins a file. Its folder must exist; an old file stays until Commit.
func Create(path string) (*Pending, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("is a folder, not a file")}
	case err == nil && !info.Mode().IsRegular():
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &Pending{file: file}, nil
	}
	return create(path)
}

// create makes a file of a new name, hidden, with the mode that the system
// gives to new files.
func create(path string) (*Pending, error) {
	folder, name := filepath.Split(path)
	for n := os.Getpid(); ; n++ {
		temp := filepath.Join(folder, "."+name+"."+strconv.Itoa(n))
		file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, &fs.PathError{Op: "write", Path: path, Err: errors.Unwrap(err)}
		}
		return &Pending{file: file, path: path}, nil
	}
}

// Write implements io.Writer.
func (p *Pending) Write(b []byte) (int, error) { return p.file.Write(b) }

// Commit moves the file into its place.
func (p *Pending) Commit() error {
	if p.path == "" {
		return p.file.Close()
	}
	err := p.file.Sync()
	if closed := p.file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(p.file.Name(), p.path)
	}
	return err
}

// Discard removes a file that was not committed.
func (p *Pending) Discard() {
	p.file.Close() //nolint:errcheck // it is closed already, or given up
	if p.path != "" {
		os.Remove(p.file.Name()) //nolint:errcheck // it is gone already, or cannot be removed
	}
}
