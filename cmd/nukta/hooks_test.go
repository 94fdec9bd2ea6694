package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/nukta/nukta/checker/format"
)

// manifest reads a YAML file of the project's own.
func manifest[T any](t *testing.T, path ...string) (out T) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{"..", ".."}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	if err := decoder.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

// knownFlags reports whether a script uses flags that its command does not have.
func knownFlags(t *testing.T, command, script string) {
	t.Helper()
	cmd, _, err := root().Find([]string{command})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`--([a-z][a-z-]*)`).FindAllStringSubmatch(script, -1) {
		if cmd.Flags().Lookup(m[1]) == nil {
			t.Errorf("nukta %s has no flag --%s", command, m[1])
		}
	}
}

// shell runs a script with nukta on the PATH, and with variables.
func shell(t *testing.T, script string, env ...string) (stdout, stderr string, code int) {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "nukta")); err != nil { // see TestMain
		t.Skip(err)
	}
	cmd := exec.CommandContext(t.Context(), bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
	cmd.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "GIT_CONFIG_GLOBAL="+os.DevNull, "NUKTA_LANG=en")
	cmd.Env = append(cmd.Env, env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	var exited *exec.ExitError
	if err != nil && !errors.As(err, &exited) {
		t.Fatal(err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

const faulty = "बीजेपी की बैठक हुई। भाजपा के नेता आए। भाजपा ने कहा।\n"

// newsroom makes a git repository the current folder: old.txt is of its first
// commit, and new.txt of no commit.
func newsroom(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	t.Chdir(t.TempDir())
	for path, data := range map[string]string{
		"old.txt": faulty, "archive/a.txt": faulty, "two words.txt": faulty, "clean.txt": "ठीक है।\n", ".nukta.yaml": "exclude: [archive]\n", "main.go": "",
	} {
		writeFile(t, path, data)
	}
	if _, stderr, code := shell(t, "git init -q . && git add -A && git -c user.name=n -c user.email=n@example.org commit -qm one"); code != 0 {
		t.Fatal(stderr)
	}
	writeFile(t, "new.txt", faulty)
}

func writeFile(t *testing.T, path, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestPreCommit runs the entry of each hook on the files that its pattern
// matches, as pre-commit does.
func TestPreCommit(t *testing.T) {
	type hook struct {
		ID, Name, Description, Entry, Language string
		Files                                  string
	}
	hooks := manifest[[]hook](t, ".pre-commit-hooks.yaml")
	if len(hooks) != 2 || hooks[0].ID != "nukta" || hooks[1].ID != "nukta-fix" {
		t.Fatalf("got %+v", hooks)
	}
	for _, h := range hooks {
		pattern, err := regexp.Compile(h.Files)
		if err != nil {
			t.Fatal(err)
		}
		for _, ext := range format.Extensions() {
			if !pattern.MatchString("news/a"+ext) || pattern.MatchString("news/a"+ext+".go") {
				t.Errorf("%s: files of the kind %s are not told from others", h.ID, ext)
			}
		}
		for _, other := range []string{"a.go", "atxt", "txt", "a.doc"} {
			if pattern.MatchString(other) {
				t.Errorf("%s would check %s", h.ID, other)
			}
		}
		words := strings.Fields(h.Entry)
		if words[0] != "nukta" || h.Language != "golang" {
			t.Errorf("%s: got %+v", h.ID, h)
		}
		knownFlags(t, words[1], h.Entry)
	}

	newsroom(t)
	out, _, code := shell(t, hooks[0].Entry+` --format line old.txt "two words.txt" clean.txt archive/a.txt`)
	if code != exitFindings || strings.Count(out, "mixed-term") != 2 || strings.Contains(out, "archive") {
		t.Errorf("%s: the exit status is %d:\n%s", hooks[0].Entry, code, out)
	}
	if out, _, code := shell(t, hooks[0].Entry+" clean.txt archive/a.txt"); code != 0 {
		t.Errorf("%s: the exit status is %d:\n%s", hooks[0].Entry, code, out)
	}
	writeFile(t, "new.txt", "यह अच्छा हैै।\n")
	writeFile(t, "archive/a.txt", "यह अच्छा हैै।\n")
	if out, _, code := shell(t, hooks[1].Entry+" new.txt archive/a.txt"); code != 0 {
		t.Errorf("%s: the exit status is %d:\n%s", hooks[1].Entry, code, out)
	}
	for path, want := range map[string]string{"new.txt": "यह अच्छा है।\n", "archive/a.txt": "यह अच्छा हैै।\n"} {
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s: got %q (%v), want %q", path, got, err, want)
		}
	}
}

// action is what is used of action.yml.
type action struct {
	Name, Description string
	Branding          map[string]string
	Inputs            map[string]struct{ Description, Default string }
	Runs              struct {
		Using string
		Steps []struct {
			Name, Uses, Shell, Run string
			With, Env              map[string]string
		}
	}
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// TestActionTakesNoCode holds that no input can be read as code: scripts hold no
// expressions, and each input is a variable of the step that uses it.
func TestActionTakesNoCode(t *testing.T) {
	a := manifest[action](t, "action.yml")
	used := map[string]bool{}
	for _, step := range a.Runs.Steps {
		if strings.Contains(step.Run, "${{") || strings.Contains(step.Run, "eval") {
			t.Errorf("%s: the script holds what is replaced before the shell reads it", step.Name)
		}
		if step.Run != "" && step.Shell != "bash" {
			t.Errorf("%s: the shell is %q", step.Name, step.Shell)
		}
		for name, value := range step.Env {
			m := expression.FindStringSubmatch(value)
			if len(m) == 0 || m[0] != value || !strings.Contains(step.Run, `"$`+name+`"`) {
				t.Errorf("%s: %s is %q, and the script does not use it quoted", step.Name, name, value)
				continue
			}
			used[strings.TrimPrefix(m[1], "inputs.")] = true
		}
	}
	for name, input := range a.Inputs {
		if !used[name] || input.Description == "" {
			t.Errorf("the input %s is not used or not described", name)
		}
	}
	if len(used) != len(a.Inputs) || a.Runs.Using != "composite" {
		t.Errorf("got %v of %v", used, a.Inputs)
	}
	knownFlags(t, "check", a.Runs.Steps[2].Run)
}

// inputs returns the variables of the step that checks, for inputs that are set
// and the defaults of others.
func (a *action) inputs(set map[string]string) (env []string) {
	for name, value := range a.Runs.Steps[2].Env {
		input := strings.TrimPrefix(expression.FindStringSubmatch(value)[1], "inputs.")
		value, ok := set[input]
		if !ok {
			value = a.Inputs[input].Default
		}
		env = append(env, name+"="+value)
	}
	return env
}

func TestActionChecks(t *testing.T) {
	a := manifest[action](t, "action.yml")
	newsroom(t)
	for _, c := range []struct {
		name   string
		inputs map[string]string
		code   int
		want   []string // files with findings
	}{
		{"defaults", nil, exitFindings, []string{"new.txt", "old.txt", "two words.txt"}},
		{"paths", map[string]string{"paths": "clean.txt\n\ntwo words.txt\n"}, exitFindings, []string{"two words.txt"}},
		{"never", map[string]string{"fail-on": "never", "paths": "old.txt"}, 0, []string{"old.txt"}},
		{"new", map[string]string{"new-from": "HEAD"}, exitFindings, []string{"new.txt"}},
		{"new since a branch", map[string]string{"new-from-merge-base": "HEAD"}, exitFindings, []string{"new.txt"}},
		{"no such revision", map[string]string{"new-from": "--output=pwned"}, exitTrouble, nil},
		{"code in a path", map[string]string{"paths": "$(touch pwned)\n`touch pwned`\n\"; touch pwned; \"\n--rule=$IFS\n-rf"}, exitTrouble, nil},
		{"code in a flag", map[string]string{"fail-on": "never; touch pwned", "format": "github$(touch pwned)"}, exitTrouble, nil},
	} {
		out, stderr, code := shell(t, a.Runs.Steps[2].Run, a.inputs(c.inputs)...)
		var got []string
		for _, m := range regexp.MustCompile(`(?m)^::\w+ file=([^,]+),`).FindAllStringSubmatch(out, -1) {
			got = append(got, m[1])
		}
		if code != c.code || !slices.Equal(got, c.want) {
			t.Errorf("%s: the exit status is %d, want %d; found in %q, want %q\n%s", c.name, code, c.code, got, c.want, stderr)
		}
	}
	if _, err := os.Stat("pwned"); err == nil {
		t.Error("an input was run as code")
	}

	_, stderr, code := shell(t, a.Runs.Steps[2].Run, a.inputs(map[string]string{"format": "github,sarif=nukta.sarif", "paths": "old.txt"})...)
	data, err := os.ReadFile("nukta.sarif")
	if err != nil || code != exitFindings || !json.Valid(data) {
		t.Errorf("the exit status is %d (%v)\n%s", code, err, stderr)
	}
}

// TestGitLab runs the example for GitLab, but for what installs nukta.
func TestGitLab(t *testing.T) {
	type job struct {
		Image     string
		Rules     []map[string]string
		Variables map[string]string
		Script    []string
		Kept      struct {
			When    string
			Reports struct{ Codequality string }
		} `yaml:"artifacts"` //nolint:misspell // the key is GitLab's
	}
	jobs := manifest[map[string]job](t, "testdata", "ci", "gitlab-ci.yml")
	script, report := jobs["nukta"].Script, jobs["nukta"].Kept.Reports.Codequality
	if len(script) != 2 || !strings.HasPrefix(script[0], "go install github.com/nukta/nukta/cmd/nukta@") || jobs["nukta"].Kept.When != "always" {
		t.Fatalf("got %+v", jobs)
	}
	knownFlags(t, "check", script[1])
	newsroom(t)
	out, stderr, code := shell(t, script[1], "CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD")
	if code != exitFindings || !strings.Contains(out, "new.txt:1:1") || strings.Contains(out, "old.txt") {
		t.Errorf("the exit status is %d:\n%s%s", code, out, stderr)
	}
	data, err := os.ReadFile(report)
	var found []struct{ Location struct{ Path string } }
	if err == nil {
		err = json.Unmarshal(data, &found)
	}
	if err != nil || len(found) != 1 || found[0].Location.Path != "new.txt" {
		t.Errorf("%s: got %+v (%v)", report, found, err)
	}
}

// TestReadmeFlags holds that commands have the flags that README.md shows.
func TestReadmeFlags(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`nukta (check|fix|names|init|baseline)\b([^`+"`"+`\n]*)`).FindAllStringSubmatch(string(readme), -1) {
		if !strings.Contains(m[2], "--") {
			continue
		}
		cmd, _, err := root().Find([]string{m[1]})
		if err != nil || cmd.Name() != m[1] {
			t.Errorf("there is no command %s", m[1])
			continue
		}
		knownFlags(t, m[1], m[2])
	}
}
