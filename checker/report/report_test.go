package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// fake is a rule that finds a word wherever it stands.
func fake(name string, severity checker.Severity, word, with string, safe bool) checker.Rule {
	return checker.Rule{
		Name: name, Category: "names", Severity: severity,
		Doc: "# शीर्षक\n> Summary.\n\nगद्य\n\n## गलत\n- ⟦" + word + " → " + with + "⟧\n\n## सही\n- ठीक\n\n## English\nProse.\n",
		Check: checker.Each(func(p *checker.Pass) {
			for at := 0; ; {
				i := strings.Index(p.Doc.Text[at:], word)
				if i < 0 {
					return
				}
				span := text.Span{Start: at + i, End: at + i + len(word)}
				fix := checker.Replace(span, with)
				fix.Safe = safe
				p.Report(checker.Finding{
					Span: span, Message: "बुरा: " + word, Confidence: 0.987, Fixes: []checker.Fix{fix},
					Related: []checker.Related{{Span: text.Span{Start: 0, End: 3}, Message: "पहला"}},
				})
				at = span.End
			}
		}),
	}
}

var fakes = []checker.Rule{
	fake("bad-word", checker.Error, "बुरा", "भला", true),
	fake("worse-word", checker.Warning, "बदतर", "", false),
	fake("odd-space", checker.Info, "\u200b", "", true),
}

// run checks texts by name, in the order given, and reports them.
func run(t *testing.T, write func(run Run, w *bytes.Buffer, findings []checker.Finding) error, lang language.Tag, texts ...string) string {
	t.Helper()
	var all []checker.Finding
	for i := 0; i < len(texts); i += 2 {
		doc := text.Plain(texts[i], texts[i+1])
		all = append(all, checker.CheckDocument(doc, fakes, checker.Options{Sentences: true}).Findings...)
	}
	var out bytes.Buffer
	if err := write(Run{Version: "1.2.3", Files: len(texts) / 2, Language: lang}, &out, all); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestText(t *testing.T) {
	write := func(run Run, w *bytes.Buffer, f []checker.Finding) error {
		run.Target = "क ख.txt"
		return Text(w, run, f)
	}
	got := run(t, write, language.Hindi, "क.txt", "यह बुरा है।\nदूसरी पंक्ति, बदतर।", "ख.txt", "अ\u200bब")
	want := `── क.txt

क.txt:1:4: त्रुटि [bad-word]
  यह ⟦बुरा⟧ है।
  बुरा: बुरा
  सुरक्षित सुधार: भला
  देखें: क.txt:1:1 य

क.txt:2:15: चेतावनी [worse-word]
  दूसरी पंक्ति, ⟦बदतर⟧।
  बुरा: बदतर
  सुझाव: हटा दें
  देखें: क.txt:1:1 य

── ख.txt

ख.txt:1:2: सूचना [odd-space]
  अ⟦\u200b⟧ब
  बुरा: \u200b
  सुरक्षित सुधार: हटा दें
  देखें: ख.txt:1:1 अ

जाँची गई फ़ाइलें: 2; दोष: 3 (त्रुटि 1, चेतावनी 1, सूचना 1)
सुरक्षित सुधार: 2; लगाने के लिए: nukta fix 'क ख.txt'
अन्य सुझाव: 1; देखने के लिए: nukta fix --all --diff 'क ख.txt'
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	got = run(t, write, language.English, "क.txt", "यह ठीक है।")
	if want := "files checked: 1; no faults found\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextColour(t *testing.T) {
	write := func(run Run, w *bytes.Buffer, f []checker.Finding) error { run.Color = true; return Text(w, run, f) }
	got := run(t, write, language.English, "a.txt", "यह बुरा है।")
	if !strings.Contains(got, "\x1b[") || strings.Contains(got, "⟦") {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(got, "error") || !strings.Contains(got, "safe fix") {
		t.Errorf("not in English: %q", got)
	}
}

// TestTextIsPrintable holds that nothing of a file or of its name steers a
// terminal.
func TestTextIsPrintable(t *testing.T) {
	name := "क\x1b[31m\n\u202e.txt"
	source := "\x1b]0;title\x07 यह बुरा\t\u202e\x9b है\x7f\xff\r\nबदतर"
	for _, format := range Formats {
		if format.Name != "text" && format.Name != "line" {
			continue
		}
		write := func(run Run, w *bytes.Buffer, f []checker.Finding) error { return format.Write(w, run, f) }
		got := run(t, write, language.Hindi, name, source)
		for _, r := range got {
			if r != '\n' && unprintable(r, len(string(r))) {
				t.Errorf("%s: holds %U: %q", format.Name, r, got)
			}
		}
		if !strings.Contains(got, `क\x1b[31m\n\u202e.txt:1:`) {
			t.Errorf("%s: the name is not spelt out: %q", format.Name, got)
		}
	}
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"": "",
		"क्\u200dष र्\u200cक ❤\ufe0f": "क्\u200dष र्\u200cक ❤\ufe0f",
		"a\x00\x1b\x7f\t\r\n":         `a\x00\x1b\x7f\t\r\n`,
		"\u0085\u009b\u00a0":          "\\u0085\\u009b\u00a0",
		"\u200b\ufeff\u2028":          `\u200b\ufeff\u2028`,
		"\u202e\u2066\u061c":          `\u202e\u2066\u061c`,
		"\U000e0041":                  `\U000e0041`,
		"क\xe0\xa4\xff\ufffd":         `क\xe0\xa4\xff` + "\ufffd",
	} {
		if got := Printable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	if got, want := PrintableLines("a\tb\x1b\nc\n"), "a\tb\\x1b\nc\n"; got != want {
		t.Errorf("lines: got %q, want %q", got, want)
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("शब्द ", 100)
	word := strings.Repeat("क्षि", 1000)
	for _, c := range []struct{ before, phrase, after, want string }{
		{"यह ", "शब्द", " है।", "यह |शब्द| है।"},
		{"पहली\r\nपंक्ति ", "दो\nतीन", "\tचार", "पहली पंक्ति |दो तीन| चार"},
		{long, "शब्द", " " + long, "… " + strings.Repeat("शब्द ", 13) + "|शब्द|" + strings.Repeat(" शब्द", 14)[:len(strings.Repeat(" शब्द", 13))] + " …"},
		{"", "  ", "", "|  |"},
		{"आदेश \ufffc ", "शब्द", "", "आदेश `…` |शब्द|"},
		{"क्", "\u200d", "ष", "क्|\\u200d|ष"},
	} {
		f := checker.Finding{Sentence: c.before + c.phrase + c.after, InSentence: text.Span{Start: len(c.before), End: len(c.before + c.phrase)}}
		before, phrase, after := excerpt(f)
		if got := before + "|" + phrase + "|" + after; got != c.want {
			t.Errorf("%.20q:\n got %s\nwant %s", c.before, got, c.want)
		}
	}
	f := checker.Finding{Sentence: word + word + word, InSentence: text.Span{Start: len(word), End: 2 * len(word)}}
	before, phrase, after := excerpt(f)
	for _, s := range []string{before, phrase, after} {
		s = strings.Trim(s, "…")
		if len(s) == 0 || len(s) > 400 || len(s)%len("क्षि") != 0 {
			t.Errorf("a long word is cut inside an akshara: %q", s)
		}
	}
}

func TestLine(t *testing.T) {
	write := func(run Run, w *bytes.Buffer, f []checker.Finding) error { return Line(w, run, f) }
	got := run(t, write, language.Hindi, "क.txt", "यह\nबुरा")
	if want := "क.txt:2:1: error: बुरा: बुरा [bad-word]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestJSONFollowsSchema validates what JSON writes against the schema, and
// broken output, which the schema must refuse.
func TestJSONFollowsSchema(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiler.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	validate := func(output string) error {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(output))
		if err != nil {
			return err
		}
		return compiled.Validate(value)
	}
	write := func(run Run, w *bytes.Buffer, f []checker.Finding) error {
		run.Errors = []*checker.DocError{{Doc: "ग.txt", Err: fs.ErrNotExist}}
		return JSON(w, run, f)
	}
	full := run(t, write, language.Hindi, "क.txt", "यह बुरा, बदतर।", "ख<&>.txt", "😀\u200b\xff बुरा")
	empty := run(t, write, language.Hindi)
	for _, output := range []string{full, empty} {
		if err := validate(output); err != nil {
			t.Errorf("%v\n%s", err, output)
		}
	}
	for _, broken := range []string{
		strings.Replace(full, `"rule":"bad-word"`, `"rule":"Bad Word"`, 1),
		strings.Replace(full, `"line":1`, `"line":0`, 1),
		strings.Replace(full, `"severity":"error"`, `"severity":"bad"`, 1),
		strings.Replace(full, `"fingerprint"`, `"print"`, 1),
		strings.Replace(full, `"version":1`, `"version":2`, 1),
	} {
		if broken == full || validate(broken) == nil {
			t.Errorf("the schema takes\n%.300s", broken)
		}
	}
	if !strings.Contains(full, `"ख<&>.txt"`) {
		t.Error("HTML is escaped")
	}
}

// TestJSONIsOneFindingALine holds that a finding is one line, which tools that
// read lines rely on, and that writing findings one by one gives what writing
// all at once would.
func TestJSONIsOneFindingALine(t *testing.T) {
	write := func(run Run, w *bytes.Buffer, f []checker.Finding) error {
		run.Errors = []*checker.DocError{{Doc: "ग.txt", Err: errors.New("x")}, {Doc: "घ.txt", Err: errors.New("y")}}
		return JSON(w, run, f)
	}
	for _, texts := range [][]string{nil, {"क.txt", "यह बुरा, बदतर।"}} {
		got := run(t, write, language.Hindi, texts...)
		var whole struct {
			Findings []json.RawMessage
			Errors   []json.RawMessage
		}
		if err := json.Unmarshal([]byte(got), &whole); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(got, "\n")
		for _, one := range slices.Concat(whole.Findings, whole.Errors) {
			if !slices.ContainsFunc(lines, func(line string) bool { return strings.TrimRight(line, ",]") == string(one) }) {
				t.Errorf("%s is no line of\n%s", one, got)
			}
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, []byte(got)); err != nil {
			t.Fatal(err)
		}
		if strings.ReplaceAll(got, "\n", "") != compact.String() {
			t.Errorf("there is space outside of strings in\n%s", got)
		}
	}
}

// broken fails after some bytes.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestWriteErrorsAreTold(t *testing.T) {
	doc := text.Plain("क.txt", strings.Repeat("यह बुरा है।\n", 2000))
	findings := checker.CheckDocument(doc, fakes, checker.Options{Sentences: true}).Findings
	for _, format := range Formats {
		for _, left := range []int{0, 5000, 20_000} {
			if err := format.Write(&broken{left}, Run{}, findings); err == nil {
				t.Errorf("%s: no error after %d bytes", format.Name, left)
			}
		}
	}
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, "ऐसी कोई फ़ाइल या फ़ोल्डर नहीं है"},
		{fmt.Errorf("read: %w", fs.ErrPermission), "इसे पढ़ने या लिखने की अनुमति नहीं है"},
		{errors.New("100%d wrong"), "100%d wrong"},
	} {
		if got := (Run{}).Describe(c.err); got != c.want {
			t.Errorf("%v: got %s, want %s", c.err, got, c.want)
		}
	}
	got := Run{Language: language.English}.DescribeFile(&checker.DocError{Doc: "a\n\x1b", Err: errors.New("b\nc\x1b")})
	if want := "a\\n\\x1b: b\nc\\x1b"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, data := range []string{"\x00", "a\x00"} {
		_, _, err := text.Decode([]byte(data))
		if got := (Run{}).Describe(err); !strings.Contains(got, "पाठ की फ़ाइल नहीं") {
			t.Errorf("a binary file is told in English: %s", got)
		}
	}
}

func TestRules(t *testing.T) {
	var out bytes.Buffer
	if err := Rules(&out, Run{Language: language.English}, fakes); err != nil {
		t.Fatal(err)
	}
	want := `RULE        CATEGORY  SEVERITY  FIX        FINDS
bad-word    names     error     safe       Summary.
worse-word  names     warning   suggested  Summary.
odd-space   names     info      safe       Summary.

rules: 3; the page of one: nukta explain RULE
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	out.Reset()
	if err := RulesJSON(&out, fakes); err != nil {
		t.Fatal(err)
	}
	var parsed []map[string]any
	if err := json.Unmarshal(out.Bytes(), &parsed); err != nil || len(parsed) != 3 || parsed[0]["fix"] != "safe" {
		t.Errorf("got %s (%v)", out.String(), err)
	}
}

func TestPage(t *testing.T) {
	rule := fakes[0]
	rule.Doc = "# शीर्षक\n\n> Summary.\n\n**गद्य** एक।\n\n## गलत\n\n- ⟦बुरा → भला⟧ है\n\n```\n## ⟦बुरा⟧\n```\n\n## सही\n\n- ठीक\n\n## English\n\nProse.\n"
	hindi := `bad-word — शीर्षक

वर्ग: names
गंभीरता: त्रुटि
सुधार: सुरक्षित

गद्य एक।

गलत

- ⟦बुरा → भला⟧ है

    ## ⟦बुरा⟧

सही

- ठीक
`
	english := `bad-word — Summary.

category: names
severity: error
fixes: safe

Prose.

Wrong

- ⟦बुरा → भला⟧ है

    ## ⟦बुरा⟧

Right

- ठीक
`
	for lang, want := range map[language.Tag]string{language.Hindi: hindi, language.English: english} {
		var out bytes.Buffer
		if err := Page(&out, Run{Language: lang}, rule); err != nil {
			t.Fatal(err)
		}
		if out.String() != want {
			t.Errorf("got\n%s\nwant\n%s", out.String(), want)
		}
	}
	var out bytes.Buffer
	if err := Page(&out, Run{Color: true}, rule); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "\x1b[31;1;4m⟦बुरा → भला⟧\x1b[") {
		t.Errorf("the marks have no colour: %q", out.String())
	}
}
