package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// corpus is what a report is made of.
type corpus struct {
	run      Run
	findings []checker.Finding
	sources  map[string]string
}

// corpusOf checks texts by name with rules.
func corpusOf(t *testing.T, rules []checker.Rule, texts ...string) corpus {
	t.Helper()
	c := corpus{sources: map[string]string{}, run: Run{Version: "1.2.3", Rules: rules, Files: len(texts) / 2, Docs: []string{}}}
	for i := 0; i < len(texts); i += 2 {
		name, source := texts[i], texts[i+1]
		c.sources[name] = source
		c.run.Docs = append(c.run.Docs, name)
		c.findings = append(c.findings, checker.CheckDocument(text.Plain(name, source), rules, checker.Options{Sentences: true}).Findings...)
	}
	c.run.Source = func(doc string) (string, error) {
		if source, ok := c.sources[doc]; ok {
			return source, nil
		}
		return "", fs.ErrNotExist
	}
	return c
}

func (c corpus) write(t *testing.T, name string) string {
	t.Helper()
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no format %s", name)
	}
	var out bytes.Buffer
	if err := Formats[i].Write(&out, c.run, c.findings); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// around is a rule of which each finding has several edits, and one an edit
// outside of it.
var around = checker.Rule{
	Name: "around-word", Category: "quotes", Severity: checker.Warning, Doc: "# घेरा\n> Around.\n",
	Check: checker.Each(func(p *checker.Pass) {
		i := strings.Index(p.Doc.Text, "‘गलत’")
		if i < 0 {
			return
		}
		end := i + len("‘गलत’")
		mark := len("‘")
		p.Report(checker.Finding{
			Span: text.Span{Start: i, End: end}, Message: "दूसरे उद्धरण चिह्न",
			Fixes: []checker.Fix{
				{Title: "“गलत”", Edits: []checker.Edit{
					{Span: text.Span{Start: end - mark, End: end}, Text: "”"}, {Span: text.Span{Start: i, End: i + mark}, Text: "“"},
				}},
				{Title: "outside", Edits: []checker.Edit{
					{Span: text.Span{Start: i, End: i + mark}, Text: "“"}, {Span: text.Span{Start: len(p.Doc.Text), End: len(p.Doc.Text)}, Text: "!"},
				}},
			},
		})
		p.Report(checker.Finding{
			Span: text.Span{Start: end, End: end}, Message: "यहाँ कुछ छूटा है",
			Fixes: []checker.Fix{{Title: "।", Edits: []checker.Edit{{Span: text.Span{Start: end, End: end}, Text: "।"}}}},
		})
	}),
}

// plain has all that positions stumble over before its faults: a byte order
// mark, an emoji, a क़ of one code point and CRLF.
func plain(t *testing.T) corpus {
	c := corpusOf(t, append(slices.Clone(fakes), around),
		"मसौदा/क ख.txt", "\ufeffयह 😀 \u0958लम बुरा है।\r\n😀 यह \u0958लम बदतर, ‘गलत’ और बुरा\u200b।\r\n",
		"साफ़.txt", "यहाँ कुछ नहीं।\n",
		"a%b:c,d.md", "यह 😀 बुरा",
	)
	c.run.Errors = []*checker.DocError{{Doc: "ग़ायब.txt", Err: fs.ErrNotExist}}
	return c
}

// hostile has names and texts that would end or begin something in each of the
// formats.
func hostile(t *testing.T) corpus {
	words := []string{
		"]]><script>alert(1)</script>", "::error file=x::बुरा", "%0A::set-output", "बुरा\r\n::stop-commands::x", "##vso[task]", "\x1b[31m",
		"<!--", "[क्लिक](http://example.org)", "\"'&amp;", "बुरा\x00\x0b\ufffe", "\u202eउलटा", "{{.}}", "\xff\xfe",
	}
	var rules []checker.Rule
	for i, word := range words {
		rules = append(rules, fake("hostile-"+string(rune('a'+i)), checker.Severity(i%3), word, "</mark>"+word, i%2 == 0))
	}
	source := strings.Join(words, " और ")
	return corpusOf(t, rules,
		"a.txt", source,
		"]]>\"'<&\n::error file=x::y\x1b[31m\u202e.txt", source+"\n\n"+source,
		"सी:डी,%25#?.txt", source,
	)
}

func TestGolden(t *testing.T) {
	for _, lang := range []language.Tag{language.Hindi, language.English} {
		for _, format := range Formats {
			c := plain(t)
			c.run.Language = lang
			got := c.write(t, format.Name)
			file := filepath.Join("testdata", "golden", format.Name+"."+lang.String())
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		}
	}
}

func corpora(t *testing.T) map[string]corpus {
	return map[string]corpus{"plain": plain(t), "hostile": hostile(t), "empty": corpusOf(t, fakes), "clean": corpusOf(t, fakes, "a.txt", "ठीक")}
}

// parsed validates JSON against a schema in testdata.
func parsed(t *testing.T, schema, output string) any {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiled, err := compiler.Compile(filepath.Join("testdata", schema))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(output))
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if err := compiled.Validate(value); err != nil {
		t.Errorf("%v\n%s", err, output)
	}
	return value
}

func decode[T any](t *testing.T, output string) T {
	t.Helper()
	var out T
	dec := json.NewDecoder(strings.NewReader(output))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&out); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("there is more behind the value: %v", err)
	}
	return out
}

// line returns a line of a source, counted as all formats count them.
func line(source string, number int) string {
	lines := strings.Split(lineEnds.Replace(source), "\n")
	if number < 1 || number > len(lines) {
		return ""
	}
	return lines[number-1]
}

// valid is a text as JSON holds it: each byte that is not UTF-8 is U+FFFD.
func valid(s string) string { return string([]rune(s)) }

type sarifLog struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool             sarifTool
		Language         string
		ColumnKind       string
		NewlineSequences []string
		Invocations      []sarifInvocation
		Results          []sarifResult
	}
}

// TestSARIF validates against the standard's schema, and what GitHub's code
// scanning asks for beyond it.
func TestSARIF(t *testing.T) {
	for name, c := range corpora(t) {
		output := c.write(t, "sarif")
		parsed(t, "sarif-schema-2.1.0.json", output)
		log := decode[sarifLog](t, output)
		run := log.Runs[0]
		if run.ColumnKind != "utf16CodeUnits" || len(run.Results) != len(c.findings) || run.Results == nil {
			t.Errorf("%s: got %d results of %d, columns are %s", name, len(run.Results), len(c.findings), run.ColumnKind)
		}
		for i, r := range run.Results {
			f := c.findings[i]
			rule := run.Tool.Driver.Rules[r.RuleIndex]
			if rule.ID != r.RuleID || rule.Help == nil || rule.Help.Markdown == "" {
				t.Errorf("%s: result %d: the rule is %+v", name, i, rule)
			}
			if r.Fingerprints[sarifFingerprint] != f.Fingerprint || strings.Contains(r.Message.Text, "](") && !strings.Contains(r.Message.Text, `\](`) {
				t.Errorf("%s: result %d: %+v", name, i, r)
			}
			for _, l := range slices.Concat(r.Locations, r.Related) {
				uri := l.Physical.File.URI
				if back, err := url.PathUnescape(uri); err != nil || back != f.Doc || regexp.MustCompile(`^[a-z]+:|^/|[^\x21-\x7e]|[:?#]`).MatchString(uri) {
					t.Errorf("%s: the URI of %q is %q (%v)", name, f.Doc, uri, err)
				}
				region := l.Physical.Region
				if got := inUTF16(c.sources[f.Doc], *region); region.StartLine == region.EndLine && got != strings.TrimPrefix(region.Snippet.Text, "\ufeff") {
					t.Errorf("%s: the region covers %q, the snippet is %q", name, got, region.Snippet.Text)
				}
			}
			for j, fix := range r.Fixes {
				for k, e := range fix.Changes[0].Replacements {
					edit := f.Fixes[j].Edits[k]
					want := c.sources[f.Doc][edit.Span.Start:edit.Span.End]
					if got := inUTF16(c.sources[f.Doc], e.Deleted); e.Deleted.StartLine == e.Deleted.EndLine && got != valid(want) {
						t.Errorf("%s: the edit replaces %q, not %q", name, got, want)
					}
				}
			}
		}
	}
	run := decode[sarifLog](t, plain(t).write(t, "sarif")).Runs[0]
	if n := run.Invocations[0]; n.Successful || len(n.Notifications) != 1 {
		t.Errorf("the file that could not be checked is missing: %+v", n)
	}
}

// inUTF16 returns what a region of one line covers.
func inUTF16(source string, r sarifRegion) string {
	units := utf16.Encode([]rune(strings.TrimPrefix(line(source, r.StartLine), "\ufeff")))
	if r.EndColumn-1 > len(units) || r.StartColumn > r.EndColumn {
		return "outside"
	}
	return string(utf16.Decode(units[r.StartColumn-1 : r.EndColumn-1]))
}

// TestSARIFRules holds that a finding of the engine has a rule, too.
func TestSARIFRules(t *testing.T) {
	c := corpusOf(t, fakes, "a.txt", "<!-- nukta:ignore bad-word -->\nठीक है।\nयह बदतर है")
	log := decode[sarifLog](t, c.write(t, "sarif")).Runs[0]
	var got []string
	for _, r := range log.Results {
		got = append(got, r.RuleID+" "+log.Tool.Driver.Rules[r.RuleIndex].ID)
	}
	if want := []string{"unused-suppression unused-suppression", "worse-word worse-word"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	parsed(t, "sarif-schema-2.1.0.json", c.write(t, "sarif"))
}

// TestGitHub reads commands as the runner does: a command is a whole line,
// properties are split at commas and the first =, and decoded.
func TestGitHub(t *testing.T) {
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for name, c := range corpora(t) {
		lines := strings.Split(strings.TrimSuffix(c.write(t, "github"), "\n"), "\n")
		if len(c.findings) == 0 {
			continue
		}
		lines = lines[len(c.run.Errors):]
		if len(lines) != len(c.findings) {
			t.Fatalf("%s: %d lines for %d findings", name, len(lines), len(c.findings))
		}
		for i, l := range lines {
			f := c.findings[i]
			head, message, _ := strings.Cut(strings.TrimPrefix(l, "::"), "::")
			command, list, _ := strings.Cut(head, " ")
			properties := map[string]string{}
			for _, p := range strings.Split(list, ",") {
				key, value, _ := strings.Cut(p, "=")
				properties[key] = property.Replace(value)
			}
			if command != githubCommands[f.Severity] || data.Replace(message) != Printable(f.Message) {
				t.Errorf("%s: %q is %s with %q", name, l, command, message)
			}
			if properties["file"] != PrintableLines(f.Doc) || strings.Contains(l, "\x1b") || properties["line"] != strconv.Itoa(f.Start.Line) || properties["title"] != f.Rule {
				t.Errorf("%s: %q has %q", name, l, properties)
			}
			if _, ok := properties["col"]; ok != (f.Start.Line == f.End.Line) {
				t.Errorf("%s: %q: columns: %v", name, l, ok)
			}
		}
	}
}

func TestGitLab(t *testing.T) {
	for name, c := range corpora(t) {
		output := c.write(t, "gitlab")
		parsed(t, "gitlab.schema.json", output)
		issues := decode[[]gitlabIssue](t, output)
		seen := map[string]bool{}
		for i, issue := range issues {
			f := c.findings[i]
			if seen[issue.Fingerprint] || issue.Location.Path != f.Doc || issue.Description != valid(f.Message) || issue.Location.Lines.Begin != f.Start.Line {
				t.Errorf("%s: got %+v of %+v", name, issue, f)
			}
			seen[issue.Fingerprint] = true
		}
		if len(issues) != len(c.findings) {
			t.Errorf("%s: got %d issues of %d", name, len(issues), len(c.findings))
		}
	}
}

func TestJSONL(t *testing.T) {
	for name, c := range corpora(t) {
		full := decode[struct {
			Version  int
			Tool     jsonTool
			Findings []json.RawMessage
			Errors   []jsonError
			Summary  jsonSummary
		}](t, c.write(t, "json"))
		output := c.write(t, "jsonl")
		if n := strings.Count(output, "\n"); n != len(c.findings) {
			t.Errorf("%s: %d lines for %d findings", name, n, len(c.findings))
		}
		for i, raw := range full.Findings {
			var want bytes.Buffer
			if err := json.Compact(&want, raw); err != nil {
				t.Fatal(err)
			}
			if got := strings.Split(output, "\n")[i]; got != want.String() {
				t.Errorf("%s: got %s\nwant %s", name, got, want.String())
			}
		}
	}
}

// rdResult is a DiagnosticResult.
type rdResult struct {
	Source      rdSource
	Diagnostics []rdDiagnostic
}

func TestRDJSON(t *testing.T) {
	for name, c := range corpora(t) {
		output := c.write(t, "rdjson")
		parsed(t, "rdjson.schema.json", output)
		result := decode[rdResult](t, output)
		if len(result.Diagnostics) != len(c.findings) {
			t.Errorf("%s: got %d diagnostics of %d", name, len(result.Diagnostics), len(c.findings))
		}
		for i, d := range result.Diagnostics {
			f := c.findings[i]
			if got := inBytes(c.sources[f.Doc], d.Location.Range); d.Location.Path != f.Doc || got != f.Text {
				t.Errorf("%s: the range in %q covers %q, not %q", name, d.Location.Path, got, f.Text)
			}
		}
		for i, l := range strings.Split(strings.TrimSuffix(c.write(t, "rdjsonl"), "\n"), "\n") {
			if l == "" {
				continue
			}
			d := decode[rdDiagnostic](t, l)
			if d.Source == nil || *d.Source != rdTool {
				t.Errorf("%s: no source in %s", name, l)
			}
			if d.Source = nil; cmp.Diff(d, result.Diagnostics[i]) != "" {
				t.Errorf("%s: rdjsonl differs: %s", name, cmp.Diff(d, result.Diagnostics[i]))
			}
		}
	}
}

// inBytes returns what a range of byte columns covers.
func inBytes(source string, r rdRange) string {
	m := text.NewMapper(source)
	start, end := m.LineSpan(r.Start.Line).Start+r.Start.Column-1, m.LineSpan(r.End.Line).Start+r.End.Column-1
	if start > end || end > len(source) {
		return "outside"
	}
	return source[start:end]
}

// TestRDSuggestions holds that a suggestion does what its fix does.
func TestRDSuggestions(t *testing.T) {
	c := plain(t)
	several := 0
	for i, d := range decode[rdResult](t, c.write(t, "rdjson")).Diagnostics {
		f := c.findings[i]
		source := c.sources[f.Doc]
		var want []string
		for _, fix := range f.Fixes {
			if fix.Title == "outside" {
				continue
			}
			if len(fix.Edits) > 1 {
				several++
			}
			one := f
			one.Fixes = []checker.Fix{fix}
			after, _ := checker.Apply(source, []checker.Finding{one}, func(checker.Finding, checker.Fix) bool { return true })
			want = append(want, after)
		}
		var got []string
		m := text.NewMapper(source)
		for _, s := range d.Suggestions {
			start := m.LineSpan(s.Range.Start.Line).Start + s.Range.Start.Column - 1
			end := m.LineSpan(s.Range.End.Line).Start + s.Range.End.Column - 1
			got = append(got, source[:start]+s.Text+source[end:])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", f.Rule, got, want)
		}
	}
	if several != 1 {
		t.Errorf("fixes of several edits: %d", several)
	}
}

func TestVale(t *testing.T) {
	for name, c := range corpora(t) {
		output := c.write(t, "vale")
		parsed(t, "vale.schema.json", output)
		byName := decode[map[string][]valeAlert](t, output)
		n := 0
		for _, f := range c.findings {
			alerts := byName[valid(f.Doc)]
			a := alerts[0]
			byName[valid(f.Doc)] = alerts[1:]
			n++
			runes := []rune(strings.TrimPrefix(line(c.sources[f.Doc], a.Line), "\ufeff"))
			if f.Text == "" {
				continue
			}
			first, _, _ := strings.Cut(lineEnds.Replace(f.Text), "\n")
			if got := string(runes[a.Span[0]-1 : a.Span[1]]); got != valid(first) {
				t.Errorf("%s: the span covers %q, not %q", name, got, first)
			}
		}
		if n != len(c.findings) {
			t.Errorf("%s: got %d alerts of %d", name, n, len(c.findings))
		}
	}
	alerts := decode[map[string][]valeAlert](t, plain(t).write(t, "vale"))["मसौदा/क ख.txt"]
	var got []string
	for _, a := range alerts {
		got = append(got, fmt.Sprint(a.Check, a.Action))
	}
	want := []string{
		"nukta.bad-word{replace [भला]}", "nukta.worse-word{remove []}", "nukta.around-word{ []}", "nukta.around-word{ []}",
		"nukta.bad-word{replace [भला]}", "nukta.odd-space{remove []}",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// shape says which elements an XML format has: their parents, attributes that
// must be there, and others that may.
type shape map[string]struct{ parent, must, may string }

var (
	checkstyleShape = shape{
		"checkstyle": {"", "version", ""},
		"file":       {"checkstyle", "name", ""},
		"error":      {"file", "line column severity message source", ""},
	}
	// The rules are those of Jenkins' junit-10.xsd.
	junitShape = shape{
		"testsuites": {"", "name tests failures errors", "time disabled"},
		"testsuite":  {"testsuites", "name tests failures errors skipped", "time timestamp file"},
		"testcase":   {"testsuite", "name classname", "time file line"},
		"failure":    {"testcase", "message type", ""},
		"error":      {"testcase", "message type", ""},
		"skipped":    {"testcase", "message", ""},
	}
)

// xmlElements reads XML strictly and returns its elements in order.
func xmlElements(t *testing.T, output string, shape shape) []xml.StartElement {
	t.Helper()
	for _, r := range output {
		if r != '\n' && r != '\t' && r < 0x20 || r == 0xfffe || r == 0xffff {
			t.Errorf("holds %U, which XML 1.0 forbids", r)
		}
	}
	var all []xml.StartElement
	var open []string
	dec := xml.NewDecoder(strings.NewReader(output))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		switch token := token.(type) {
		case xml.StartElement:
			parent := ""
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			want, ok := shape[token.Name.Local]
			if !ok || want.parent != parent {
				t.Fatalf("<%s> stands in <%s>", token.Name.Local, parent)
			}
			for _, name := range strings.Fields(want.must) {
				if !slices.ContainsFunc(token.Attr, func(a xml.Attr) bool { return a.Name.Local == name }) {
					t.Errorf("<%s> has no %s", token.Name.Local, name)
				}
			}
			for _, a := range token.Attr {
				if !slices.Contains(strings.Fields(want.must+" "+want.may), a.Name.Local) {
					t.Errorf("<%s> has %s", token.Name.Local, a.Name.Local)
				}
			}
			all = append(all, token.Copy())
			open = append(open, token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool { return a.Name.Local == name })
	if i < 0 {
		return ""
	}
	return e.Attr[i].Value
}

// inXML is a text as it comes out of XML.
func inXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, Printable(s))
}

func TestCheckstyle(t *testing.T) {
	for name, c := range corpora(t) {
		var got []string
		file := ""
		for _, e := range xmlElements(t, c.write(t, "checkstyle"), checkstyleShape) {
			switch e.Name.Local {
			case "file":
				file = attribute(e, "name")
			case "error":
				got = append(got, fmt.Sprintln(file, attribute(e, "line"), attribute(e, "column"), attribute(e, "severity"), attribute(e, "message"), attribute(e, "source")))
			}
		}
		var want []string
		for _, f := range c.findings {
			want = append(want, fmt.Sprintln(inXML(f.Doc), f.Start.Line, f.Start.Column, f.Severity, inXML(f.Message), "nukta."+f.Rule))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestJUnit(t *testing.T) {
	for name, c := range corpora(t) {
		elements := xmlElements(t, c.write(t, "junit"), junitShape)
		counts := map[string]int{}
		claimed := map[string]int{}
		var messages []string
		for _, e := range elements {
			counts[e.Name.Local]++
			if m := attribute(e, "message"); m != "" {
				messages = append(messages, m)
			}
			if e.Name.Local == "testsuite" {
				for _, a := range []string{"tests", "failures", "errors", "skipped"} {
					n, err := strconv.Atoi(attribute(e, a))
					if err != nil {
						t.Fatal(err)
					}
					claimed[a] += n
				}
			}
		}
		errs, warnings, infos := count(c.findings)
		for _, n := range []struct {
			what      string
			got, want int
		}{
			{"suites", counts["testsuite"], len(c.run.Docs) + len(c.run.Errors)},
			{"tests", claimed["tests"], counts["testcase"]},
			{"failures", claimed["failures"], counts["failure"]},
			{"failures of findings", counts["failure"], errs + warnings},
			{"errors", claimed["errors"], counts["error"]},
			{"errors of files", counts["error"], len(c.run.Errors)},
			{"skipped", claimed["skipped"], infos},
			{"skipped tests", counts["skipped"], infos},
			{"total", atoi(attribute(elements[0], "tests")), counts["testcase"]},
		} {
			if n.got != n.want {
				t.Errorf("%s: %s: got %d, want %d", name, n.what, n.got, n.want)
			}
		}
		for i, f := range c.findings {
			if messages[i] != inXML(f.Message) {
				t.Errorf("%s: got %q, want %q", name, messages[i], inXML(f.Message))
			}
		}
	}
	c := plain(t)
	c.run.Docs = c.run.Docs[1:2]
	if got := strings.Count(c.write(t, "junit"), "<testsuite "); got != 4 {
		t.Errorf("with a list that lacks documents: got %d suites, want 4", got)
	}
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// TestHTML reads the page with a lenient parser: nothing in it is anything but
// what the page itself is made of, and the marks cover the phrases.
func TestHTML(t *testing.T) {
	elements := strings.Fields("html head meta title style body h1 p ul li fieldset legend label input small section h2 div span mark a ol")
	attributes := strings.Fields("lang charset http-equiv content name class id href title type checked autocomplete")
	for name, c := range corpora(t) {
		page := strings.ReplaceAll(c.write(t, "html"), "\ufffe", "") // which HTML allows, and XML does not
		dec := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(page, "<!DOCTYPE html>\n")))
		dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
		ids := map[string]bool{}
		var links []string
		for {
			token, err := dec.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if !slices.Contains(elements, e.Name.Local) {
				t.Errorf("%s: holds <%s>", name, e.Name.Local)
			}
			for _, a := range e.Attr {
				switch {
				case !slices.Contains(attributes, a.Name.Local):
					t.Errorf("%s: <%s> has %s=%q", name, e.Name.Local, a.Name.Local, a.Value)
				case a.Name.Local == "id" && ids[a.Value]:
					t.Errorf("%s: two elements are #%s", name, a.Value)
				case a.Name.Local == "id":
					ids[a.Value] = true
				case a.Name.Local == "href":
					links = append(links, a.Value)
				}
			}
		}
		for _, link := range links {
			if !ids[strings.TrimPrefix(link, "#")] {
				t.Errorf("%s: %s leads nowhere", name, link)
			}
		}
		for i := range c.findings {
			if !ids["f"+strconv.Itoa(i+1)] || !ids["m"+strconv.Itoa(i+1)] {
				t.Errorf("%s: finding %d is missing", name, i+1)
			}
		}
		for _, r := range page {
			if r != '\n' && unprintable(r, 3) {
				t.Errorf("%s: holds %U", name, r)
			}
		}
	}
}

// TestHTMLPieces holds that pieces tile the text, and marks lie where findings
// are, however they overlap.
func TestHTMLPieces(t *testing.T) {
	const source = "0123456789"
	for _, c := range []struct {
		spans []text.Span
		want  string
	}{
		{nil, "0123456789"},
		{[]text.Span{{Start: 2, End: 4}}, "01{1:23}(1)456789"},
		{[]text.Span{{Start: 0, End: 10}}, "{1:0123456789}(1)"},
		{[]text.Span{{Start: 0, End: 4}, {Start: 2, End: 6}}, "{1:01}{12:23}(1){2:45}(2)6789"},
		{[]text.Span{{Start: 1, End: 5}, {Start: 1, End: 3}, {Start: 5, End: 6}}, "0{12:12}(2){1:34}(1){3:5}(3)6789"},
		{[]text.Span{{Start: 0, End: 0}, {Start: 3, End: 3}, {Start: 10, End: 10}}, "(1)012(2)3456789(3)"},
		{[]text.Span{{Start: 3, End: 3}, {Start: 3, End: 4}}, "012(1){2:3}(2)456789"},
	} {
		var items []*htmlItem
		for i, s := range c.spans {
			items = append(items, &htmlItem{Number: i + 1, start: s.Start, end: s.End})
		}
		var got strings.Builder
		starts := 0
		for _, p := range htmlPieces(source, items) {
			starts += len(p.Starts)
			switch {
			case len(p.Marks) == 0:
				got.WriteString(p.Text)
			default:
				got.WriteString("{")
				for _, m := range p.Marks {
					got.WriteString(strconv.Itoa(m.Number))
				}
				got.WriteString(":" + p.Text + "}")
			}
			for _, e := range p.Ends {
				got.WriteString("(" + strconv.Itoa(e.Number) + ")")
			}
		}
		if got.String() != c.want || starts != len(items) {
			t.Errorf("%v: got %s with %d starts, want %s", c.spans, got.String(), starts, c.want)
		}
	}
}

// TestHTMLWithoutSource holds that a text that is gone or has changed is not
// shown with marks at wrong places.
func TestHTMLWithoutSource(t *testing.T) {
	for name, source := range map[string]func(string) (string, error){
		"none":    nil,
		"error":   func(string) (string, error) { return "", fs.ErrNotExist },
		"changed": func(string) (string, error) { return strings.Repeat("नया ", 100), nil },
	} {
		c := plain(t)
		c.run.Source = source
		page := c.write(t, "html")
		if strings.Contains(page, `class="text"`) || strings.Count(page, "पाठ नहीं दिखाया जा सकता") != 2 || !strings.Contains(page, `id="f1"`) {
			t.Errorf("%s: got\n%s", name, page)
		}
	}
}

// TestManyMarks holds that marks that all overlap stay few, and cost no more
// than their number.
func TestManyMarks(t *testing.T) {
	const n = 100_000
	source := strings.Repeat("क", n)
	items := make([]*htmlItem, n)
	for i := range items {
		items[i] = &htmlItem{Number: i + 1, start: 3 * i, end: len(source)}
	}
	marks, ends := 0, 0
	for _, p := range htmlPieces(source, items) {
		marks = max(marks, len(p.Marks))
		ends += len(p.Ends)
	}
	if marks != mostMarks || ends != n {
		t.Errorf("got %d marks at most and %d ends, want %d and %d", marks, ends, mostMarks, n)
	}
}

func TestPaths(t *testing.T) {
	for _, c := range []struct{ root, name, path, uri string }{
		{"", "a.txt", "a.txt", "a.txt"},
		{"", "./क/ख.txt", "क/ख.txt", "%E0%A4%95/%E0%A4%96.txt"},
		{"", "../a.txt", "../a.txt", "../a.txt"},
		{"", "/x/a.txt", "/x/a.txt", "file:///x/a.txt"},
		{"", "<stdin>", "<stdin>", "%3Cstdin%3E"},
		{"", "a:b?c#d%e f", "a:b?c#d%e f", "a%3Ab%3Fc%23d%25e%20f"},
		{"", "\xff\n.txt", "\xff\n.txt", "%FF%0A.txt"},
		{"/x/y", "/x/y/z/a.txt", "z/a.txt", "z/a.txt"},
		{"/x/y", "../y/a.txt", "a.txt", "a.txt"},
		{"/x/y", "../a b.txt", "../a b.txt", "file:///x/a%20b.txt"},
		{"/x/y", "/z/a.txt", "/z/a.txt", "file:///z/a.txt"},
	} {
		run := Run{Root: c.root}
		if path, uri := run.path(c.name), run.uri(c.name); path != c.path || uri != c.uri {
			t.Errorf("%q in %q: got %q and %q, want %q and %q", c.name, c.root, path, uri, c.path, c.uri)
		}
	}
}

// TestLogCommands holds that reports for people and editors are no commands to
// the server in whose log they stand.
func TestLogCommands(t *testing.T) {
	c := corpusOf(t, fakes, "::error file=x::y", "::add-mask::बुरा ##vso[task.setvariable]x\n\n  ::stop-commands::बदतर ##[error]")
	for _, format := range []string{"text", "line", "github"} {
		for i, l := range strings.Split(c.write(t, format), "\n") {
			command := strings.HasPrefix(strings.TrimSpace(l), "::") && format != "github"
			if command || strings.Contains(l, "##vso[") || strings.Contains(l, "##[") {
				t.Errorf("%s: line %d is a command: %q", format, i+1, l)
			}
		}
	}
}
