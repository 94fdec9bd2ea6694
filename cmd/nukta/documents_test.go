package main

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/format"
)

// twenty copies the article of twenty faults in both formats of word processors
// into a folder, and goes there.
func twenty(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"twenty-faults.docx", "twenty-faults.odt"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "articles", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o640); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(folder)
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// entries returns what each entry of an archive holds, in order.
func entries(t *testing.T, data []byte) (names []string, contents map[string]string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	contents = map[string]string{}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		names, contents[f.Name] = append(names, f.Name), string(data)
	}
	return names, contents
}

// TestFixDocuments holds that fix changes letters in the part with the text, and
// nothing else of a document, and does the same to the standard input.
func TestFixDocuments(t *testing.T) {
	twenty(t)
	for name, text := range map[string]string{"twenty-faults.docx": "word/document.xml", "twenty-faults.odt": "content.xml"} {
		before := read(t, name)
		out, code := nukta(t, "fix", "--diff", name)
		if code != exitFindings || !bytes.Equal(read(t, name), before) {
			t.Errorf("%s: fix --diff: %d", name, code)
		}
		for _, line := range []string{"-विपक्षी दल ने इस दावे पर सवाल उठाया हैै।", "+विपक्षी दल ने इस दावे पर सवाल उठाया है।"} {
			if !strings.Contains(out, line) {
				t.Errorf("%s: the difference holds no %q:\n%s", name, line, out)
			}
		}
		piped := pipe(t, before, "fix", "--lang", "en", "-", "--stdin-filename", name)
		if out, code := nukta(t, "fix", name); code != 0 {
			t.Fatalf("%s: fix: %d: %s", name, code, out)
		}
		after := read(t, name)
		if !bytes.Equal(piped, after) {
			t.Errorf("%s: the standard input is mended in another way", name)
		}
		oldNames, old := entries(t, before)
		newNames, now := entries(t, after)
		if strings.Join(oldNames, "|") != strings.Join(newNames, "|") {
			t.Errorf("%s: the parts are %v, and were %v", name, newNames, oldNames)
		}
		for part, data := range old {
			if (now[part] == data) == (part == text) {
				t.Errorf("%s: %s is changed: %v", name, part, part != text)
			}
		}
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 {
			t.Errorf("%s: %v (%v)", name, info.Mode(), err)
		}
		if out, code := nukta(t, "fix", "--lang", "en", name); code != 0 || out != "nothing to fix\n" {
			t.Errorf("%s: mended again: %d: %s", name, code, out)
		}
	}
}

// pipe runs the command in this process with a standard input.
func pipe(t *testing.T, in []byte, args ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in")
	if err := os.WriteFile(path, in, 0o644); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	stdin := os.Stdin
	os.Stdin = file
	defer func() { os.Stdin = stdin; file.Close() }() //nolint:errcheck // it was read
	var out bytes.Buffer
	cmd := root()
	cmd.SetArgs(args)
	cmd.SetOut(&out)
	if code := status(io.Discard, cmd.ExecuteContext(context.Background())); code != 0 {
		t.Errorf("%v: the exit status is %d", args, code)
	}
	return out.Bytes()
}

// TestDocumentsAreChecked holds that documents are found in folders, that --type
// names their format, and that reports say what positions are.
func TestDocumentsAreChecked(t *testing.T) {
	twenty(t)
	if err := os.WriteFile("~$enty-faults.docx", []byte("\x05editor"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, code := nukta(t, "check", "--rule", "duplicate-sign", "--format", "json", ".")
	said := strings.ReplaceAll(out, " ", "")
	if code != exitFindings || strings.Count(said, `"positions":"extracted-text"`) != 2 || strings.Count(said, `"line":5,`) != 4 {
		t.Errorf("%d:\n%s", code, out)
	}
	for _, form := range []string{"sarif", "rdjson"} {
		if out, _ := nukta(t, "check", "--rule", "duplicate-sign", "--format", form, "."); strings.Contains(out, `"fixes"`) || strings.Contains(out, `"suggestions"`) {
			t.Errorf("%s offers edits of a document that is no text:\n%s", form, out)
		}
	}
	if err := os.Rename("twenty-faults.odt", "draft"); err != nil {
		t.Fatal(err)
	}
	out, code = nukta(t, "check", "--rule", "duplicate-sign", "--format", "line", "--type", "odt", "draft")
	if code != exitFindings || !strings.HasPrefix(out, "draft:5:") {
		t.Errorf("%d: %s", code, out)
	}
}

// TestDamagedDocuments holds that a document which cannot be read is told, and the
// others are checked.
func TestDamagedDocuments(t *testing.T) {
	twenty(t)
	docx := read(t, "twenty-faults.docx")
	for name, data := range map[string][]byte{
		"cut.docx": docx[:len(docx)/2], "empty.odt": nil,
		"old.docx": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 500)),
	} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range []string{"check", "fix"} {
		var out, errs bytes.Buffer
		cmd := root()
		cmd.SetArgs([]string{command, "--lang", "hi", "cut.docx", "empty.odt", "old.docx", "twenty-faults.docx"})
		cmd.SetOut(&out)
		cmd.SetErr(&errs)
		if code := status(&errs, cmd.ExecuteContext(context.Background())); code != exitTrouble {
			t.Errorf("%s: the exit status is %d", command, code)
		}
		for _, want := range []string{"cut.docx: यह वर्ड या", "empty.odt: यह वर्ड या", "old.docx: यह पुराना वर्ड"} {
			if !strings.Contains(errs.String(), want) {
				t.Errorf("%s: no %q in %s", command, want, errs.String())
			}
		}
		if !strings.Contains(out.String(), "twenty-faults.docx:") {
			t.Errorf("%s: %s", command, out.String())
		}
	}
	if _, err := format.Load("twenty-faults.docx"); err != nil {
		t.Error(err)
	}
}
