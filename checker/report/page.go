package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/nukta/nukta/checker"
)

// Page writes a rule's page for a terminal: its title, what it finds and why,
// and its examples, in which ⟦found⟧ marks a fault and ⟦found → fixed⟧ what the
// rule would write.
func Page(w io.Writer, run Run, rule checker.Rule) error {
	p := &pageWriter{out: bufio.NewWriter(w), run: run, paint: newPaint(run.Color)}
	body, wrong, right, english := sections(rule.Doc)
	title := rule.Title()
	if run.Language == language.English {
		title, body = rule.Summary(), english
	}
	p.line(p.paint.bold(rule.Name + " — " + title))
	p.line("")
	p.facts(rule)
	p.line("")
	p.lines(body)
	p.section(msgWrong, wrong)
	p.section(msgRight, right)
	if p.err != nil {
		return p.err
	}
	return p.out.Flush()
}

// sections splits a page into the Hindi text under its title, the faulty and
// the correct examples, and the English text.
func sections(page string) (body, wrong, right, english []string) {
	at := &body
	fenced := false
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		switch heading, ok := strings.CutPrefix(line, "## "); {
		case fenced || !ok:
			if at == &body && (strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "> ")) {
				continue // the title and the summary
			}
			*at = append(*at, line)
		case heading == "गलत":
			at = &wrong
		case heading == "सही":
			at = &right
		case heading == "English":
			at = &english
		default:
			*at = append(*at, line)
		}
	}
	return body, wrong, right, english
}

type pageWriter struct {
	out   *bufio.Writer
	run   Run
	paint paint
	err   error
}

func (p *pageWriter) line(s string) {
	if p.err == nil {
		_, p.err = p.out.WriteString(s + "\n")
	}
}

// facts writes what a table would say of the rule.
func (p *pageWriter) facts(rule checker.Rule) {
	say := p.run.printer()
	p.line(say.Sprintf(msgCategory) + ": " + rule.Category)
	severity := say.Sprintf(severityWords[rule.Severity])
	if rule.Off {
		severity += " (" + say.Sprintf(msgOff) + ")"
	}
	p.line(say.Sprintf(msgSeverity) + ": " + severity)
	p.line(say.Sprintf(msgFixes) + ": " + say.Sprintf(fixWords[fixesOf(rule)]))
	for _, o := range rule.OptionDefaults() {
		p.line(say.Sprintf(msgOptions) + ": " + fmt.Sprintf("%s (%v)", o.Name, o.Default))
	}
}

func (p *pageWriter) section(title string, lines []string) {
	p.line("")
	p.line(p.paint.bold(p.run.printer().Sprintf(title)))
	p.line("")
	p.lines(lines)
}

// lines writes lines of Markdown without blank ones at the ends; emphasis and
// the fences of code, which only a renderer needs, are left out.
func (p *pageWriter) lines(lines []string) {
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	if text == "" {
		return
	}
	fenced := false
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case fenced:
			p.line("    " + p.marks(line))
		default:
			if heading, ok := strings.CutPrefix(line, "### "); ok {
				line = p.paint.bold(heading)
			}
			p.line(p.marks(strings.ReplaceAll(line, "**", "")))
		}
	}
}

// marks paints the marked faults of a line and keeps their brackets.
func (p *pageWriter) marks(line string) string {
	if !p.run.Color {
		return line
	}
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "⟦")
		inside, after, closed := strings.Cut(rest, "⟧")
		if !ok || !closed {
			return out.String() + line
		}
		out.WriteString(before + p.paint.phrase("⟦"+inside+"⟧"))
		line = after
	}
}
