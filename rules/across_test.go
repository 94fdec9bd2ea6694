package rules

import (
	"fmt"
	"slices"
	"testing"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

func TestAcross(t *testing.T) {
	sources := []string{
		"राष्ट्रपति पुतिन आए। पुतिन ने कहा। पुतिन लौटे।",
		"राष्ट्रपति पुटिन ने बयान दिया।",
		"मादुरो जीते। मादुरो बोले।",
		"राष्ट्रपति मदुरो हारे।",
		"शाहिद और शहीद; रमेश और राकेश।",
		"राकेश आया।",
	}
	run := func(across bool) (out []string) {
		seq := func(yield func(checker.Input) bool) {
			for i, s := range sources {
				name := fmt.Sprint(i)
				yield(checker.Input{Name: name, Rules: []checker.Rule{nameSpelling, loanwordSpelling}, Load: func() (*text.Document, error) { return text.Plain(name, s), nil }})
			}
		}
		res, err := checker.Run(t.Context(), seq, checker.Options{Across: across, Jobs: 3})
		if err != nil || len(res.Errors) > 0 {
			t.Fatal(err, res.Errors)
		}
		for _, f := range res.Findings {
			out = append(out, fmt.Sprintf("%s: %s, %s: %s", f.Doc, f.Text, f.Related[0].Doc, f.Related[0].Text))
		}
		return out
	}
	if got := run(false); got != nil {
		t.Errorf("alone: got %q, want nothing", got)
	}
	if got, want := run(true), []string{"1: पुटिन, 0: पुतिन", "3: मदुरो, 2: मादुरो"}; !slices.Equal(got, want) {
		t.Errorf("across: got %q, want %q", got, want)
	}
}
