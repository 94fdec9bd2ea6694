package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
)

// Text writes findings for a person: place and severity, the sentence with the
// phrase marked, what is wrong, what to write, and a summary. Nothing is
// aligned: Devanagari has no reliable width in a terminal.
func Text(w io.Writer, run Run, findings []checker.Finding) error {
	t := &textWriter{out: bufio.NewWriter(w), say: run.printer(), paint: newPaint(run.Color)}
	headed := severalDocs(findings)
	for i, f := range findings {
		if headed && (i == 0 || findings[i-1].Doc != f.Doc) {
			t.line("", t.paint.bold("── "+Printable(f.Doc)))
			t.line("", "")
		}
		t.finding(f)
	}
	t.summary(run, findings)
	if t.err != nil {
		return t.err
	}
	return t.out.Flush()
}

func severalDocs(findings []checker.Finding) bool {
	return len(findings) > 0 && findings[0].Doc != findings[len(findings)-1].Doc
}

type textWriter struct {
	out   *bufio.Writer
	say   *message.Printer
	paint paint
	err   error
}

func (t *textWriter) line(indent, s string) {
	if t.err == nil {
		_, t.err = t.out.WriteString(indent + inert(s) + "\n")
	}
}

func (t *textWriter) finding(f checker.Finding) {
	const indent = "  "
	severity := t.paint.severity[f.Severity](t.say.Sprintf(severityWords[f.Severity]))
	t.line("", fmt.Sprintf("%s: %s [%s]", t.paint.bold(place(f.Doc, f.Start.Line, f.Start.Column)), severity, f.Rule))
	before, phrase, after := excerpt(f)
	t.line(indent, before+t.paint.phrase(phrase)+after)
	t.line(indent, clip(Printable(f.Message), longestMessage))
	if len(f.Fixes) > 0 {
		t.line(indent, fixLine(t.say, f.Fixes[0], t.paint.fix))
	}
	for _, r := range f.Related[:min(len(f.Related), mostRelated)] {
		t.line(indent, t.paint.faint(relatedLine(t.say, r)))
	}
	t.line("", "")
}

// fixLine says what a fix would write.
func fixLine(say *message.Printer, fix checker.Fix, paint func(string) string) string {
	key := msgSuggestion
	if fix.Safe {
		key = msgSafe
	}
	return say.Sprintf(key, paint(clip(Printable(titleOf(say, fix)), longestPhrase)))
}

// relatedLine points at another place.
func relatedLine(say *message.Printer, r checker.Related) string {
	return fmt.Sprintf("%s: %s %s", say.Sprintf(msgSee), place(r.Doc, r.Start.Line, r.Start.Column), clip(Printable(r.Text), longestPhrase))
}

func (t *textWriter) summary(run Run, findings []checker.Finding) {
	errors, warnings, infos := count(findings)
	if len(findings) == 0 {
		t.line("", t.say.Sprintf(msgClean, run.Files))
	} else {
		t.line("", t.paint.bold(t.say.Sprintf(msgSummary, run.Files, len(findings), errors, warnings, infos)))
	}
	if len(run.Errors) > 0 {
		t.line("", t.say.Sprintf(msgUnread, len(run.Errors)))
	}
	safe, other := 0, 0
	for _, f := range findings {
		switch {
		case len(f.Fixes) == 0:
		case f.Fixes[0].Safe:
			safe++
		default:
			other++
		}
	}
	if safe > 0 {
		t.line("", t.say.Sprintf(msgApplySafe, safe, command("nukta fix", run.Target)))
	}
	if other > 0 {
		t.line("", t.say.Sprintf(msgApplyAll, other, command("nukta fix --all --diff", run.Target)))
	}
}

// titleOf returns what a fix would write, in words where that is nothing.
func titleOf(say *message.Printer, fix checker.Fix) string {
	if strings.TrimSpace(fix.Title) == "" {
		return say.Sprintf(msgDelete)
	}
	return fix.Title
}

// command returns a command line that names a target, in quotes where a shell
// needs them.
func command(name, target string) string {
	target = Printable(target)
	switch {
	case target == "":
		return name
	case strings.ContainsAny(target, " '\"\\()&;|<>*?$`#~!"):
		return name + " '" + strings.ReplaceAll(target, "'", `'\''`) + "'"
	}
	return name + " " + target
}

func place(doc string, line, column int) string {
	return fmt.Sprintf("%s:%d:%d", Printable(doc), line, column)
}

// paint marks text by colour, or the phrase by brackets where there is none.
type paint struct {
	bold, faint, fix, phrase func(string) string
	severity                 map[checker.Severity]func(string) string
}

func unpainted(s string) string { return s }

func newPaint(colored bool) paint {
	with := func(attributes ...color.Attribute) func(string) string {
		if !colored {
			return unpainted
		}
		c := color.New(attributes...)
		c.EnableColor()
		return func(s string) string { return c.Sprint(s) }
	}
	p := paint{
		bold:   with(color.Bold),
		faint:  with(color.Faint),
		fix:    with(color.FgGreen),
		phrase: with(color.FgRed, color.Bold, color.Underline),
		severity: map[checker.Severity]func(string) string{
			checker.Error:   with(color.FgRed),
			checker.Warning: with(color.FgYellow),
			checker.Info:    with(color.FgCyan),
		},
	}
	if !colored {
		p.phrase = func(s string) string { return "⟦" + s + "⟧" }
	}
	return p
}
