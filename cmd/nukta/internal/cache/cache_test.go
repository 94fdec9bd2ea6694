package cache

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nukta/nukta/checker"
)

// filled returns a finding of which no field is zero, so that one that is
// added and forgotten here makes a test fail.
func filled() checker.Finding {
	var f checker.Finding
	next := 0
	fill(reflect.ValueOf(&f).Elem(), &next)
	return f
}

func fill(v reflect.Value, next *int) {
	*next++
	switch v.Kind() {
	case reflect.Int:
		v.SetInt(int64(*next))
	case reflect.String:
		v.SetString(strings.Repeat("क", *next))
	case reflect.Float64:
		v.SetFloat(1 / float64(*next))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), next)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), next)
		}
	default:
		panic("a finding holds a " + v.Kind().String())
	}
}

func open(t testing.TB) *Cache {
	t.Helper()
	c, err := Open(filepath.Join(t.TempDir(), "cache"), "test")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestRoundTrip(t *testing.T) {
	c := open(t)
	want := []checker.Finding{filled(), {Rule: "second", Confidence: -0.5, InSentence: filled().Span}}
	key := c.Key([]byte("text"), "txt", [32]byte{})
	c.Put(key, want)
	got, ok := c.Get(key, "other.txt")
	if !ok {
		t.Fatal("what was put is not there")
	}
	for i := range want {
		want[i].Doc = "other.txt"
		for j := range want[i].Related {
			want[i].Related[j].Doc = "other.txt"
		}
	}
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("want -, got +:\n%s", d)
	}
	c.Put(key, nil)
	if got, ok := c.Get(key, ""); !ok || len(got) != 0 {
		t.Errorf("no findings: got %v, %v", got, ok)
	}
}

func TestKeys(t *testing.T) {
	c := open(t)
	other, err := Open(c.folder, "another build")
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]Key{
		"":         c.Key([]byte("ab"), "txt", [32]byte{}),
		"text":     c.Key([]byte("abc"), "txt", [32]byte{}),
		"format":   c.Key([]byte("ab"), "md", [32]byte{}),
		"border":   c.Key([]byte("b"), "txta", [32]byte{}),
		"identity": c.Key([]byte("ab"), "txt", [32]byte{1}),
		"program":  other.Key([]byte("ab"), "txt", [32]byte{}),
	}
	seen := map[Key]string{}
	for name, key := range keys {
		if before, ok := seen[key]; ok {
			t.Errorf("%q and %q have the same key", before, name)
		}
		seen[key] = name
	}
}

// TestDamage: whatever becomes of an entry, it is not used, and can be written
// anew.
func TestDamage(t *testing.T) {
	c := open(t)
	key := c.Key([]byte("text"), "txt", [32]byte{})
	c.Put(key, []checker.Finding{filled()})
	whole, err := os.ReadFile(c.path(key))
	if err != nil {
		t.Fatal(err)
	}
	damaged := map[string][]byte{
		"empty": {}, "head": whole[:5], "cut": whole[:len(whole)-1], "longer": append(bytes.Clone(whole), 0), "other": []byte("hello, I am no entry at all"),
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 4
	damaged["flipped"] = flipped
	for name, data := range damaged {
		if err := os.WriteFile(c.path(key), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := c.Get(key, ""); ok {
			t.Errorf("%s: it was used", name)
		}
	}
	c.Put(key, []checker.Finding{filled()})
	if _, ok := c.Get(key, ""); !ok {
		t.Error("it was not written anew")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(string(encode([]checker.Finding{filled()})))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f")
	f.Fuzz(func(t *testing.T, s string) {
		found, ok := decode(s)
		if !ok {
			return
		}
		once := encode(found)
		again, ok := decode(string(once))
		if !ok || !bytes.Equal(encode(again), once) {
			t.Errorf("%q changes when written and read again", once)
		}
	})
}

func TestPrune(t *testing.T) {
	c := open(t)
	now := time.Now()
	put := func(s string, used time.Duration) Key {
		key := c.Key([]byte(s), "txt", [32]byte{})
		c.Put(key, []checker.Finding{{Text: strings.Repeat("x", 1000)}})
		if err := os.Chtimes(c.path(key), now.Add(-used), now.Add(-used)); err != nil {
			t.Fatal(err)
		}
		return key
	}
	there := func(key Key) bool {
		_, err := os.Stat(c.path(key))
		return err == nil
	}
	old, middle, young := put("old", 31*24*time.Hour), put("middle", 10*time.Hour), put("young", time.Hour)
	c.total = 1500
	c.Close()
	if there(old) || there(middle) || !there(young) {
		t.Errorf("left are old %v, middle %v, young %v; want the youngest alone", there(old), there(middle), there(young))
	}

	// It is not done again on the same day, unless much was written.
	c, err := Open(c.folder, "test")
	if err != nil {
		t.Fatal(err)
	}
	old = put("old", 31*24*time.Hour)
	c.Close()
	if !there(old) {
		t.Error("pruned twice in a day")
	}
	c.total = 1000
	c.Close()
	if there(old) {
		t.Error("not pruned, though much was written")
	}
}

// TestUse: an entry that is used is not old.
func TestUse(t *testing.T) {
	c := open(t)
	key := c.Key([]byte("text"), "txt", [32]byte{})
	c.Put(key, nil)
	past := time.Now().Add(-29 * 24 * time.Hour)
	if err := os.Chtimes(c.path(key), past, past); err != nil {
		t.Fatal(err)
	}
	c.Get(key, "")
	info, err := os.Stat(c.path(key))
	if err != nil {
		t.Fatal(err)
	}
	if time.Since(info.ModTime()) > time.Hour {
		t.Error("its use was not noted")
	}
}

func BenchmarkGet(b *testing.B) {
	c := open(b)
	key := c.Key([]byte("text"), "txt", [32]byte{})
	f := filled()
	c.Put(key, []checker.Finding{f, f, f, f, f})
	b.ReportAllocs()
	for range b.N {
		if _, ok := c.Get(key, ""); !ok {
			b.Fatal("not found")
		}
	}
}
