package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite expected output")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nukta": main})
}

// TestScripts runs the command in testdata/script, one file a subject.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts: *update,
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"await": await,
			"bytes": writeBytes,
			"holds": holds,
			"mode":  sameMode,
		},
	})
}

// writeBytes is `bytes FILE STRING`: it writes a file that holds a Go string,
// for what a script cannot show.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE STRING")
	}
	ts.Check(os.WriteFile(ts.MkAbs(unquote(ts, args[0])), []byte(unquote(ts, args[1])), 0o644))
}

// holds is `holds FILE STRING`: it fails when a file holds anything else.
func holds(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] holds FILE STRING")
	}
	data, err := os.ReadFile(ts.MkAbs(unquote(ts, args[0])))
	ts.Check(err)
	if want := unquote(ts, args[1]); (string(data) == want) == neg {
		ts.Fatalf("%s holds %q, compared with %q", args[0], data, want)
	}
}

// await is `await FILE PATTERN`: it waits until a file holds a match of a pattern.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: await FILE PATTERN")
	}
	pattern, err := regexp.Compile(`(?m)` + args[1])
	ts.Check(err)
	const most = time.Minute // which no machine needs, but a busy one
	var data []byte
	for begin := time.Now(); time.Since(begin) < most; time.Sleep(10 * time.Millisecond) {
		data, err = os.ReadFile(ts.MkAbs(args[0]))
		if err == nil && pattern.Match(data) {
			return
		}
	}
	ts.Fatalf("%s does not come to match %q; it holds:\n%s", args[0], args[1], data)
}

// sameMode is `mode FILE OCTAL`: it fails when a file has another mode.
func sameMode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode FILE OCTAL")
	}
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[1] {
		ts.Fatalf("%s has the mode %s, want %s", args[0], got, args[1])
	}
}

func unquote(ts *testscript.TestScript, s string) string {
	out, err := strconv.Unquote(`"` + s + `"`)
	ts.Check(err)
	return out
}
