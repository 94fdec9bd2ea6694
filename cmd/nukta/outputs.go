package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/cmd/nukta/internal/files"
)

// outputs is the flag that says which reports go where: the default form to
// the standard output when it is not given.
type outputs struct{ all []output }

// output is one report; without a path it goes to the standard output.
type output struct {
	format report.Format
	path   string
	stdout io.Writer
	file   *files.Pending
}

func (o *outputs) String() string {
	names := make([]string, len(o.all))
	for i, out := range o.all {
		names[i] = out.format.Name
		if out.path != "" {
			names[i] += "=" + out.path
		}
	}
	return strings.Join(names, ",")
}

// Type names the values in the help.
func (o *outputs) Type() string { return "FORM[=FILE],…" }

// Set adds the reports of a list, as sarif=out.sarif,text.
func (o *outputs) Set(list string) error {
	for _, item := range strings.Split(list, ",") {
		name, path, toFile := strings.Cut(item, "=")
		i := slices.IndexFunc(report.Formats, func(f report.Format) bool { return f.Name == name })
		switch {
		case i < 0:
			return fmt.Errorf("it must be one of %s", strings.Join(formatNames(), ", "))
		case toFile && path == "":
			return fmt.Errorf("there is no file in %q", item)
		}
		if path != "" {
			path = filepath.Clean(path)
		}
		for _, other := range o.all {
			switch {
			case path == "" && other.path == "":
				return errors.New("only one report can go to the standard output; give the others files, as in sarif=out.sarif")
			case path == other.path:
				return fmt.Errorf("two reports cannot go to %s", path)
			}
		}
		o.all = append(o.all, output{format: report.Formats[i], path: path})
	}
	return nil
}

// validate refuses a report that would replace a file that is to be checked.
func (o *outputs) validate(paths []string) error {
	for _, path := range paths {
		if o.writes(path) {
			return fmt.Errorf("the report would replace %s, which is to be checked; name another file", path)
		}
	}
	return nil
}

// without returns files but for those that reports go to: a page of findings in
// the folder that is checked is no text of that folder.
func (o *outputs) without(all []files.File) []files.File {
	if !o.toFiles() {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(file files.File) bool { return !file.IsStdin() && o.writes(file.Path) })
}

// writes reports whether a report goes to a file.
func (o *outputs) writes(path string) bool {
	return slices.ContainsFunc(o.all, func(out output) bool { return out.path != "" && fullPath(out.path) == fullPath(path) })
}

// open readies all outputs, so that a file that cannot be written is known
// before the work.
func (o *outputs) open(stdout io.Writer) error {
	if len(o.all) == 0 {
		o.all = []output{{format: report.Formats[0]}}
	}
	for i := range o.all {
		out := &o.all[i]
		if out.path == "" {
			out.stdout = stdout
			continue
		}
		file, err := files.Create(out.path)
		if err != nil {
			o.discard()
			return err
		}
		out.file = file
	}
	return nil
}

func (o *outputs) toFiles() bool {
	return slices.ContainsFunc(o.all, func(out output) bool { return out.path != "" })
}

func (o *outputs) sentences() bool {
	return slices.ContainsFunc(o.all, func(out output) bool { return out.format.Sentences })
}

// write writes all reports, those in files without colour.
func (o *outputs) write(run report.Run, findings []checker.Finding) error {
	for _, out := range o.all {
		if err := out.write(run, findings); err != nil {
			return err
		}
	}
	return nil
}

func (o *output) write(run report.Run, findings []checker.Finding) error {
	if o.file == nil {
		return gone(o.format.Write(o.stdout, run, findings))
	}
	run.Color = false
	if err := o.format.Write(o.file, run, findings); err != nil {
		return fmt.Errorf("%s: %w", o.path, err)
	}
	return o.file.Commit()
}

// discard removes what was begun and not completed.
func (o *outputs) discard() {
	for _, out := range o.all {
		if out.file != nil {
			out.file.Discard()
		}
	}
}

func formatNames() []string {
	names := make([]string, len(report.Formats))
	for i, f := range report.Formats {
		names[i] = f.Name
	}
	return names
}

// formatList is the list of formats for the help.
func formatList() string {
	var out strings.Builder
	for _, f := range report.Formats {
		fmt.Fprintf(&out, "  %-10s  %s\n", f.Name, f.Summary)
	}
	return out.String()
}
