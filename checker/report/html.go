package report

import (
	"bufio"
	_ "embed" // the page
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
)

//go:embed page.html.tmpl
var pageText string

// pages returns the parts of the page: head, doc and foot.
var pages = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(pageText)) })

// mostMarks is the number of marks that may lie over one place; further
// findings there are listed and numbered, but not painted.
const mostMarks = 8

// htmlHead is what the head of a page shows.
type htmlHead struct {
	Lang, Title, Summary, Filter string
	Rules                        []htmlRule
	Unchecked                    string
	Errors                       []string
}

type htmlRule struct {
	Name  string
	Count int
}

// htmlDoc is what is shown of a document.
type htmlDoc struct {
	Name   string
	Gone   string // why there is no text
	Pieces []htmlPiece
	Items  []*htmlItem
}

// htmlPiece is a stretch of text under the same marks.
type htmlPiece struct {
	Starts []int // numbers of the findings that begin here
	Text   string
	Marks  []*htmlItem
	Ends   []*htmlItem // findings that end behind the text
}

// htmlItem is what is shown of a finding.
type htmlItem struct {
	Number                 int
	Rule                   int // index in htmlHead.Rules
	Name, Severity, Word   string
	Place, Message         string
	Before, Phrase, Behind string
	Fixes, Related         []string
	start, end             int
}

// HTML writes one page that needs nothing else: the findings marked in the
// texts, and listed behind each. It runs no script; rules are hidden and shown
// by style alone.
func HTML(w io.Writer, run Run, findings []checker.Finding) error {
	out := bufio.NewWriter(w)
	h := &html{run: run, say: run.printer(), indexes: map[string]int{}}
	if err := pages().ExecuteTemplate(out, "head", h.head(findings)); err != nil {
		return err
	}
	for doc, found := range byDoc(findings) {
		if err := pages().ExecuteTemplate(out, "doc", h.doc(doc, found)); err != nil {
			return err
		}
	}
	if err := pages().ExecuteTemplate(out, "foot", nil); err != nil {
		return err
	}
	return out.Flush()
}

type html struct {
	run     Run
	say     *message.Printer
	indexes map[string]int // of rules by name
	number  int            // of the last finding
}

func (h *html) head(findings []checker.Finding) htmlHead {
	errors, warnings, infos := count(findings)
	head := htmlHead{
		Lang: "hi", Title: h.say.Sprintf(msgReport), Filter: h.say.Sprintf(msgFilter), Unchecked: h.say.Sprintf(msgNotChecked),
		Summary: h.say.Sprintf(msgSummary, h.run.Files, len(findings), errors, warnings, infos),
	}
	if len(findings) == 0 {
		head.Summary = h.say.Sprintf(msgClean, h.run.Files)
	}
	if h.run.Language == language.English {
		head.Lang = "en"
	}
	for _, e := range h.run.Errors {
		head.Errors = append(head.Errors, h.run.DescribeFile(e))
	}
	counts := map[string]int{}
	for _, f := range findings {
		if counts[f.Rule]++; counts[f.Rule] == 1 {
			head.Rules = append(head.Rules, htmlRule{Name: f.Rule})
		}
	}
	slices.SortFunc(head.Rules, func(a, b htmlRule) int { return strings.Compare(a.Name, b.Name) })
	for i := range head.Rules {
		head.Rules[i].Count = counts[head.Rules[i].Name]
		h.indexes[head.Rules[i].Name] = i
	}
	return head
}

func (h *html) doc(name string, found []checker.Finding) htmlDoc {
	doc := htmlDoc{Name: Printable(name)}
	for _, f := range found {
		doc.Items = append(doc.Items, h.item(f))
	}
	source, ok := h.source(name, found)
	if !ok {
		doc.Gone = h.say.Sprintf(msgSourceGone)
		return doc
	}
	doc.Pieces = htmlPieces(source, doc.Items)
	return doc
}

// source returns a document's source, if it is still the one of the findings.
func (h *html) source(name string, found []checker.Finding) (string, bool) {
	if h.run.Source == nil {
		return "", false
	}
	source, err := h.run.Source(name)
	if err != nil {
		return "", false
	}
	for _, f := range found {
		if f.Span.End > len(source) || source[f.Span.Start:f.Span.End] != f.Text {
			return "", false
		}
	}
	return source, true
}

func (h *html) item(f checker.Finding) *htmlItem {
	h.number++
	before, phrase, after := excerpt(f)
	item := &htmlItem{
		Number: h.number, Rule: h.indexes[f.Rule], Name: f.Rule, Severity: f.Severity.String(),
		Word: h.say.Sprintf(severityWords[f.Severity]), Place: place(f.Doc, f.Start.Line, f.Start.Column),
		Message: clip(Printable(f.Message), longestMessage), Before: before, Phrase: phrase, Behind: after,
		start: f.Span.Start, end: f.Span.End,
	}
	for _, fix := range f.Fixes {
		item.Fixes = append(item.Fixes, fixLine(h.say, fix, unpainted))
	}
	for _, r := range f.Related[:min(len(f.Related), mostRelated)] {
		item.Related = append(item.Related, relatedLine(h.say, r))
	}
	return item
}

// htmlPieces cuts a source where findings begin and end. Items are in the order
// of their starts.
func htmlPieces(source string, items []*htmlItem) []htmlPiece {
	cuts := cutsOf(source, items)
	var pieces []htmlPiece
	var open []*htmlItem
	for i, cut := range cuts {
		var piece htmlPiece
		for ; len(items) > 0 && items[0].start == cut; items = items[1:] {
			piece.Starts = append(piece.Starts, items[0].Number)
			if items[0].end == cut || len(open) == mostMarks {
				piece.Ends = append(piece.Ends, items[0])
			} else {
				open = append(open, items[0])
			}
		}
		if len(piece.Ends) > 0 { // numbers of findings without width stand before the text
			pieces = append(pieces, piece)
			piece = htmlPiece{}
		}
		end := len(source)
		if i+1 < len(cuts) {
			end = cuts[i+1]
		}
		piece.Text, piece.Marks = shown(source[cut:end]), slices.Clone(open)
		open = slices.DeleteFunc(open, func(item *htmlItem) bool {
			if item.end != end {
				return false
			}
			piece.Ends = append(piece.Ends, item)
			return true
		})
		pieces = append(pieces, piece)
	}
	return pieces
}

// cutsOf returns the ends of all items and of the source, in order.
func cutsOf(source string, items []*htmlItem) []int {
	cuts := []int{0, len(source)}
	for _, item := range items {
		cuts = append(cuts, item.start, item.end)
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// shown returns a text as a page shows it: without a byte order mark, with line
// ends of one kind and what nobody can see spelt out.
func shown(s string) string {
	return PrintableLines(lineEnds.Replace(strings.TrimPrefix(s, "\ufeff")))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")
