package checker

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// LineError is what is wrong with an option at a line of the file that sets it. A
// type that reads itself from YAML returns one to say where.
type LineError struct {
	Line int
	Err  error
}

// Error returns what is wrong.
func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// FileOption is the value of an option that names a file. Only a program opens
// files: it calls Config.ReadOptionFiles.
type FileOption interface {
	// Path returns the file's path from the configuration's folder, or nothing.
	Path() string
	// WithFile returns the value with what the file says, of the same type. Errors
	// carry the file's name and the line.
	WithFile(name, source string) (any, error)
}

// ReadOptionFiles reads the files that the configuration's options name, before
// another configuration extends it or is extended. Read returns the content of a
// file and the name that stands for it in errors.
func (c *Config) ReadOptionFiles(read func(path string) (name, source string, err error)) error {
	for _, rule := range slices.Sorted(maps.Keys(c.rules)) {
		options := c.rules[rule].options
		for i := range options {
			file, ok := options[i].value.Interface().(FileOption)
			if !ok || file.Path() == "" {
				continue
			}
			name, source, err := read(file.Path())
			if err != nil {
				return fmt.Errorf("%s: %w", options[i].place, err)
			}
			filled, err := file.WithFile(name, source)
			if err != nil {
				return fmt.Errorf("%s: %w", options[i].place, err)
			}
			options[i].value = reflect.ValueOf(filled)
		}
	}
	return nil
}
