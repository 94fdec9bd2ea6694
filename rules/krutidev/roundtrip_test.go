package krutidev

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/nukta/nukta/checker/text"
)

// sentences returns the sentences of the project's own articles, and how many of
// them the layout cannot write.
func sentences(t *testing.T) (out []string, unwritable int) {
	t.Helper()
	for _, pattern := range []string{"../../testdata/articles/*", "../../testdata/clean/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no articles in %s: %v", pattern, err)
		}
		for _, file := range files {
			if ext := filepath.Ext(file); ext != ".txt" && ext != ".md" {
				continue
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := text.Plain(file, string(data))
			for _, r := range d.Sentences() {
				s := d.Text[d.Tokens[r.First].Start():d.Tokens[r.Last-1].End()]
				if _, ok := Encode(s); !ok {
					unwritable++
					continue
				}
				out = append(out, s)
			}
		}
	}
	return out, unwritable
}

// TestRoundTrip writes the sentences of the project's articles in the layout and
// back. Those with two signs on one letter do not come back as they were, which
// is as well.
func TestRoundTrip(t *testing.T) {
	all, unwritable := sentences(t)
	if len(all) < 50 {
		t.Errorf("the layout writes %d of %d sentences", len(all), len(all)+unwritable)
	}
	compared := 0
	for _, s := range all {
		if !wellFormed(s) {
			continue
		}
		compared++
		typed, _ := Encode(s)
		if got, want := Decode(typed), norm.NFC.String(s); got != want {
			t.Errorf("%s:\n got %s\nwant %s", typed, got, want)
		}
	}
	t.Logf("%d of %d sentences compared, %d unwritable", compared, len(all), unwritable)
}

func wellFormed(s string) bool {
	for _, w := range strings.Fields(s) {
		if !text.WellFormed(w) {
			return false
		}
	}
	return true
}

// TestFindSentences finds each sentence of four words and more of the project's
// articles in a text of its own, and whole but for numbers at its ends.
func TestFindSentences(t *testing.T) {
	all, _ := sentences(t)
	found := 0
	for _, s := range all {
		words := strings.FieldsFunc(s, func(r rune) bool { return !text.IsDevanagari(r) })
		typed, _ := Encode(s)
		typed = strings.TrimRight(typed, " ")
		if len(words) < 4 {
			continue
		}
		found++
		runs := Find(typed)
		if len(runs) != 1 || strings.Trim(typed[:runs[0].Start]+typed[runs[0].End:], " 0123456789&") != "" {
			t.Errorf("%s (%s): got %v", typed, s, runs)
		}
	}
	t.Logf("%d sentences", found)
}

// hindiWord draws well-formed words of letters and signs that Hindi uses.
func hindiWord() *rapid.Generator[string] {
	consonants := strings.Split("क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल ळ व श ष स ह क़ ख़ ग़ ज़ ड़ ढ़ फ़", " ")
	vowels := strings.Split("अ आ इ ई उ ऊ ऋ ए ऐ ऍ ओ औ ऑ", " ")
	signs := strings.Split(" ा ि ी ु ू ृ े ै ो ौ ॅ ॉ", " ")
	nasals := []string{"", "", "", "ं", "ँ"}
	akshara := rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 4).Draw(t, "kind") == 0 {
			return rapid.SampledFrom(vowels).Draw(t, "vowel") + rapid.SampledFrom(nasals).Draw(t, "nasal")
		}
		cluster := rapid.SliceOfN(rapid.SampledFrom(consonants), 1, 3).Draw(t, "cluster")
		return strings.Join(cluster, "्") + rapid.SampledFrom(signs).Draw(t, "sign") + rapid.SampledFrom(nasals).Draw(t, "nasal")
	})
	return rapid.Custom(func(t *rapid.T) string {
		word := strings.Join(rapid.SliceOfN(akshara, 1, 5).Draw(t, "aksharas"), "")
		last, _ := utf8.DecodeLastRuneInString(word)
		if text.ClassOf(last) == text.ClassConsonant && rapid.IntRange(0, 5).Draw(t, "halant") == 0 {
			word += "्"
		}
		return word
	})
}

func TestRoundTripOfWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Join(rapid.SliceOfN(hindiWord(), 1, 6).Draw(t, "words"), " ")
		typed, ok := Encode(words)
		if !ok {
			t.Fatalf("%s cannot be written", words)
		}
		if got, want := Decode(typed), norm.NFC.String(words); got != want {
			t.Fatalf("%s:\n got %s\nwant %s", typed, got, want)
		}
	})
}

func TestUnwritable(t *testing.T) {
	for _, s := range []string{"PM ने", "\"राम\"", "राम\u200dने", "ॐ", "কমল", "राम’s", "10%"} {
		if got, ok := Encode(s); ok {
			t.Errorf("%s: got %s, want nothing", s, got)
		}
	}
}

// FuzzDecode wants good text in NFC of any bytes, and no more than a code draws.
func FuzzDecode(f *testing.F) {
	for _, c := range layoutCases {
		f.Add(c.typed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Decode(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Errorf("%q: got %q", s, got)
		}
		if n, most := utf8.RuneCountInString(got), 4*len(s); n > most {
			t.Errorf("%q: got %d code points, want at most %d", s, n, most)
		}
	})
}

// FuzzEncode wants what can be written to be read again without change.
func FuzzEncode(f *testing.F) {
	for _, c := range layoutCases {
		f.Add(c.reads)
	}
	f.Fuzz(func(t *testing.T, s string) {
		typed, ok := Encode(s)
		if !ok {
			return
		}
		reads := Decode(typed)
		if again, ok := Encode(reads); ok && Decode(again) != reads && wellFormed(reads) {
			t.Errorf("%q is typed %q and read %q, typed %q and read %q", s, typed, reads, again, Decode(again))
		}
		if want := norm.NFC.String(s); reads != want && wellFormed(s) && !strings.ContainsAny(s, ":ः") {
			t.Errorf("%q is typed %q and read %q", s, typed, reads)
		}
	})
}

// FuzzFind wants runs in order, whole code points, and inside the text.
func FuzzFind(f *testing.F) {
	f.Add("The slogan reads ns'k dh turk lc tkurh gS in the old file.")
	f.Add("(ljdkj us QSlyk cny fn;k) `ljdkj us QSlyk` \xbcjke\xbd")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, run := range Find(s) {
			if run.Start < end || run.End <= run.Start || run.End > len(s) {
				t.Fatalf("%q: run %v behind %d", s, run, end)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[run.Start:run.End]) {
				t.Fatalf("%q: run %v cuts a code point", s, run)
			}
			end = run.End
		}
	})
}
