package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// nukta runs the command in this process.
func nukta(t *testing.T, args ...string) (stdout string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := root()
	cmd.SetArgs(args)
	cmd.SetOut(&out)
	cmd.SetErr(&errs)
	code = status(&errs, cmd.ExecuteContext(context.Background()))
	if errs.Len() > 0 {
		t.Logf("nukta %s: %s", strings.Join(args, " "), errs.String())
	}
	return out.String(), code
}

const expected = ".findings"

// TestArticles compares what is found in each article with the file beside it.
// With -update it writes those files: read the difference before committing it.
func TestArticles(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "testdata", "articles"))
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasSuffix(name, expected) {
			continue
		}
		got, _ := nukta(t, "check", "--format", "line", name)
		if *update {
			if err := os.WriteFile(name+expected, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name + expected)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got; write it with -update):\n%s", name, diff)
		}
	}
}

// TestClean holds that articles without a fault stay silent.
func TestClean(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "testdata", "clean"))
	if got, code := nukta(t, "check", "--format", "line", "--fail-on", "info", "."); code != 0 {
		t.Errorf("the exit status is %d:\n%s", code, got)
	}
}

// TestJobs holds that one worker and many print the same bytes.
func TestJobs(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", "testdata"))
	for _, format := range formatNames() {
		want, wantCode := nukta(t, "check", "--format", format, "--jobs", "1", ".", "missing.txt")
		for range 2 {
			got, code := nukta(t, "check", "--format", format, "--jobs", "8", ".", "missing.txt")
			if got != want || code != wantCode {
				t.Errorf("%s: eight workers print something else than one (-one +eight):\n%s", format, cmp.Diff(want, got))
			}
		}
		if wantCode != exitTrouble || want == "" {
			t.Errorf("%s: the exit status is %d", format, wantCode)
		}
	}
}

// TestLimits checks texts of sizes that no article has. Each is read to its
// end, in time that grows with its length and no faster.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes many seconds")
	}
	article, err := os.ReadFile(filepath.Join("..", "..", "testdata", "articles", "varta.txt"))
	if err != nil {
		t.Fatal(err)
	}
	clean, err := os.ReadFile(filepath.Join("..", "..", "testdata", "clean", "baithak.txt"))
	if err != nil {
		t.Fatal(err)
	}
	times := func(s string, size int) string { return strings.Repeat(s, size/len(s)+1) }
	oneLine := strings.NewReplacer("\n", " ").Replace(string(clean))
	for _, c := range []struct {
		name, source string
		code         int // or -1 for either of 0 and 1
	}{
		{"50 MB", times(string(article), 50<<20), exitFindings},
		{"a line of 10 MB", times(oneLine, 10<<20), -1},
		{"a word of 1 MB", times("कि", 1<<20), -1},
		{"a word of 1 MB of one letter and many signs", "क" + times("\u093c", 1<<20), -1},
		{"100,000 opening quotes", times("“", 300_000), exitFindings},
		{"100,000 straight quotes", times("\" ", 200_000), -1},
		{"100,000 opening brackets", times("(", 100_000), exitFindings},
		{"100,000 lines", strings.Repeat("क\n", 100_000), -1},
		{"100,000 faults", strings.Repeat("सरकार ने बयान दिया हैै।\n", 100_000), exitFindings},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			for _, name := range []string{"a.txt", "a.md"} {
				if err := os.WriteFile(name, []byte(c.source), 0o644); err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				out, code := nukta(t, "check", name)
				took := time.Since(start)
				t.Logf("%s: %.1f MB in %v, %d bytes of report", name, float64(len(c.source))/1e6, took.Round(time.Millisecond), len(out))
				if refused := name == "a.md" && code == exitTrouble; refused {
					continue // Markdown that would make the parser slow
				}
				if code == exitTrouble || c.code >= 0 && code != c.code {
					t.Errorf("%s: the exit status is %d", name, code)
				}
				if most := 20*time.Second + time.Duration(len(c.source))*time.Microsecond; took > most {
					t.Errorf("%s took %v, more than %v", name, took, most)
				}
			}
		})
	}
}

// TestManyFindingsArePrinted holds that every finding is in every format.
func TestManyFindingsArePrinted(t *testing.T) {
	t.Chdir(t.TempDir())
	const n = 2000
	if err := os.WriteFile("a.txt", []byte(strings.Repeat("सरकार ने बयान दिया हैै।\n", n)), 0o644); err != nil {
		t.Fatal(err)
	}
	marks := map[string]string{
		"text": "[duplicate-sign]", "json": `"rule":"duplicate-sign"`, "jsonl": `"rule":"duplicate-sign"`, "line": "[duplicate-sign]",
		"html": "[duplicate-sign]", "sarif": `"ruleId":"duplicate-sign"`, "github": "title=duplicate-sign", "gitlab": `"check_name":"duplicate-sign"`,
		"checkstyle": "nukta.duplicate-sign", "junit": `<testcase name="duplicate-sign`, "rdjson": `"value":"duplicate-sign"`,
		"rdjsonl": `"value":"duplicate-sign"`, "vale": "nukta.duplicate-sign",
	}
	for _, format := range formatNames() {
		mark := marks[format]
		out, _ := nukta(t, "check", "--rule", "duplicate-sign", "--format", format, "a.txt")
		if got := strings.Count(out, mark); got != n {
			t.Errorf("%s prints %d findings, want %d", format, got, n)
		}
	}
}

// TestReaderGoesAway holds that a reader that stops reading is no failure.
func TestReaderGoesAway(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.txt", []byte(strings.Repeat("सरकार ने बयान दिया |\n", 3000)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check", "a.txt"}, {"check", "--format", "json", "a.txt"}, {"fix", "--diff", "a.txt"}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		cmd := root()
		cmd.SetArgs(args)
		cmd.SetOut(w)
		if code := status(io.Discard, cmd.ExecuteContext(context.Background())); code != exitFindings {
			t.Errorf("%v: the exit status is %d", args, code)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestInterrupted holds that a run that is called off says so and writes no
// half report.
func TestInterrupted(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range 5 {
		if err := os.WriteFile(fmt.Sprintf("%d.txt", i), []byte("सरकार ने बयान दिया |\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"check", "--format", "json", "."}, {"fix", "."}} {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		var out bytes.Buffer
		cmd := root()
		cmd.SetArgs(args)
		cmd.SetOut(&out)
		if code := status(io.Discard, cmd.ExecuteContext(ctx)); code != exitTrouble || out.Len() > 0 {
			t.Errorf("%v: the exit status is %d, the output %q", args, code, out.String())
		}
	}
	if data, err := os.ReadFile("0.txt"); err != nil || !strings.HasSuffix(string(data), "|\n") {
		t.Errorf("a file was changed: %q (%v)", data, err)
	}
}
