package rules

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// TestSession holds that comparing documents changes nothing of what was
// collected from them: a session compares the same facts again and again, and
// finds what one run does.
func TestSession(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	if err != nil || len(paths) < 3 {
		t.Fatal(err, len(paths))
	}
	inputs := make([]checker.Input, len(paths))
	for i, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		inputs[i] = checker.Input{Name: path, Rules: All, Load: func() (*text.Document, error) { return text.Plain(path, string(source)), nil }}
	}
	session := checker.NewSession(checker.Options{})
	var got *checker.Result
	for _, in := range inputs {
		session.Update(in)
	}
	for _, in := range slices.Backward(inputs) {
		got = session.Update(in)
	}
	want, err := checker.Run(t.Context(), slices.Values(inputs), checker.Options{Across: true, Jobs: 2})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-run +session):\n%s", diff)
	}
}
