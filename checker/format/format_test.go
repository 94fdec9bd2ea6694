package format

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker/text"
)

func write(t *testing.T, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoad(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.txt", "# क", "# क"},
		{"a.md", "# क", "क\n"},
		{"a.MARKDOWN", "# क", "क\n"},
		{"a.docs", "# क", "# क"},
		{"a", "# क", "# क"},
		{"empty.md", "", ""},
		{"bom.txt", "\ufeffक", "क"},
		{"utf16.txt", "\xff\xfe\x15\x09\r\x00\n\x00", "क\r\n"},
		{"utf16be.md", "\xfe\xff\x00#\x00 \x09\x15", "क\n"},
		{"invalid.txt", "क\xff\xfeख", "क\xff\xfeख"},
	} {
		d, err := Load(write(t, c.name, c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if d.Text != c.want {
			t.Errorf("%s: got the text %q, want %q", c.name, d.Text, c.want)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	large := write(t, "large.txt", "")
	if err := os.Truncate(large, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path string
		want error
	}{
		{large, ErrTooLarge},
		{t.TempDir(), ErrFolder},
		{filepath.Join(t.TempDir(), "missing.txt"), fs.ErrNotExist},
	} {
		if _, err := Load(c.path); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.path, err, c.want)
		}
	}
	if _, err := Load(write(t, "binary.txt", "क\x00ख")); err == nil || !strings.Contains(err.Error(), "binary") {
		t.Errorf("a binary file: got %v", err)
	}
}

func TestInFolders(t *testing.T) {
	for name, want := range map[string]bool{"a.txt": true, "a.TXT": true, "a.md": true, "a.markdown": false, "a.html": true, "a.HTM": true, "a.xhtml": false, "a.srt": true, "a.vtt": true, "a.go": false, "txt": false} {
		if got := InFolders(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

func TestSave(t *testing.T) {
	path := write(t, "a.txt", "क")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Save(path, []byte("क"), []byte("ग")); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, path); got != "ग" {
		t.Errorf("the file holds %q", got)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v", info.Mode())
	}
	alone(t, path)
}

func contents(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// alone checks that nothing was left beside a file.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside %s stand %v (%v)", path, entries, err)
	}
}

func TestSaveRefuses(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(path string) error
		want   error
	}{
		{"read-only", func(path string) error { return os.Chmod(path, 0o444) }, ErrReadOnly},
		{"changed", func(path string) error { return os.WriteFile(path, []byte("ख"), 0o644) }, ErrChanged},
		{"other encoding", func(path string) error { return os.WriteFile(path, []byte("\xff\xfe\x15\x09"), 0o644) }, ErrChanged},
	} {
		path := write(t, "a.txt", "क")
		if err := c.change(path); err != nil {
			t.Fatal(err)
		}
		before := contents(t, path)
		if err := Save(path, []byte("क"), []byte("ग")); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if got := contents(t, path); got != before {
			t.Errorf("%s: the file holds %q, want %q", c.name, got, before)
		}
		alone(t, path)
	}
}

func TestSaveRefusesMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := Save(path, []byte("क"), []byte("ग")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestSaveKeepsLink(t *testing.T) {
	target := write(t, "target.txt", "क")
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := Save(link, []byte("क"), []byte("ग")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v)", info, err)
	}
	if got := contents(t, target); got != "ग" {
		t.Errorf("the target holds %q", got)
	}
}

func TestRewriteText(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		edit                text.Edit
		want                error
	}{
		{"line ends", "क\r\nख", "क\r\nग", text.Edit{Span: text.Span{Start: 5, End: 8}, Text: "ग"}, nil},
		{"byte order mark", "\ufeffक", "\ufeffग", text.Edit{Span: text.Span{Start: 3, End: 6}, Text: "ग"}, nil},
		{"UTF-16", "\xff\xfe\x15\x09", "\xff\xfe\x17\x09", text.Edit{Span: text.Span{Start: 0, End: 3}, Text: "ग"}, nil},
		{"not UTF-8", "\xffक", "\xffग", text.Edit{Span: text.Span{Start: 1, End: 4}, Text: "ग"}, nil},
		{"not UTF-16", "\xff\xfe\x15\x09\x00\xd8", "", text.Edit{Span: text.Span{Start: 0, End: 3}, Text: "ग"}, ErrLossy},
		{"outside", "क", "", text.Edit{Span: text.Span{Start: 0, End: 4}, Text: "ग"}, errEdits},
	} {
		d, err := Decode("a.txt", []byte(c.before))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Rewrite(d, []byte(c.before), []text.Edit{c.edit})
		if string(got) != c.after || !errors.Is(err, c.want) {
			t.Errorf("%s: got %q, %v; want %q, %v", c.name, got, err, c.after, c.want)
		}
	}
}

func TestDecodeKeepsEncoding(t *testing.T) {
	for data, want := range map[string]text.Encoding{"क": text.UTF8, "\xff\xfe\x15\x09": text.UTF16LE, "\xfe\xff\x09\x15": text.UTF16BE} {
		d, err := Decode("a.txt", []byte(data))
		if err != nil || d.Encoding != want {
			t.Errorf("%q: got %v (%v), want %v", data, d, err, want)
		}
	}
}
