package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/nukta/nukta/checker"
)

// The types of a GitLab Code Quality report, which is a part of Code Climate's
// format.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

var gitlabSeverities = map[checker.Severity]string{checker.Error: "major", checker.Warning: "minor", checker.Info: "info"}

// GitLab writes a Code Quality report, which GitLab shows in merge requests.
func GitLab(w io.Writer, run Run, findings []checker.Finding) error {
	out := newJSONWriter(w)
	out.lines(len(findings), func(i int) any {
		f := findings[i]
		path := run.path(f.Doc)
		return gitlabIssue{
			Description: f.Message, CheckName: f.Rule, Severity: gitlabSeverities[f.Severity],
			Fingerprint: gitlabFingerprint(path, f.Fingerprint),
			Location:    gitlabLocation{path, gitlabLines{f.Start.Line, f.End.Line}},
		}
	})
	out.raw("\n")
	return out.close()
}

// gitlabFingerprint makes a fingerprint that is unique in a whole report: of
// issues that share one, GitLab shows the first.
func gitlabFingerprint(path, fingerprint string) string {
	sum := sha256.Sum256([]byte(path + "\x00" + fingerprint))
	return hex.EncodeToString(sum[:16])
}
