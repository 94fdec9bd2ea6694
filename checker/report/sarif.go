package report

import (
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/text"
)

// The SARIF types are the part of the OASIS standard, version 2.1.0, that a
// linter of texts has a use for.
type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID            string        `json:"id"`
	Short         *sarifText    `json:"shortDescription,omitempty"`
	Help          *sarifText    `json:"help,omitempty"`
	Configuration *sarifDefault `json:"defaultConfiguration,omitempty"`
	Properties    *sarifTags    `json:"properties,omitempty"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

type sarifTags struct {
	Tags []string `json:"tags"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Rank         float64           `json:"rank,omitempty"`
}

type sarifLocation struct {
	ID       int           `json:"id,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
	Message  *sarifText    `json:"message,omitempty"`
}

type sarifPhysical struct {
	File   sarifFile    `json:"artifactLocation"`
	Region *sarifRegion `json:"region,omitempty"`
}

type sarifFile struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn"`
	EndLine     int        `json:"endLine"`
	EndColumn   int        `json:"endColumn"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	File         sarifFile          `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// sarifFingerprint names the scheme of our fingerprints.
const sarifFingerprint = "nukta/v1"

var sarifLevels = map[checker.Severity]string{checker.Error: "error", checker.Warning: "warning", checker.Info: "note"}

// SARIF writes a log of the Static Analysis Results Interchange Format, version
// 2.1.0. Columns count UTF-16 code units. Only rules with findings are
// described.
func SARIF(w io.Writer, run Run, findings []checker.Finding) error {
	s := &sarif{run: run, say: run.printer(), indexes: map[string]int{}}
	driver := sarifDriver{Name: "nukta", Version: run.Version, InformationURI: home, Rules: s.rules(findings)}
	lang := "hi"
	if run.Language == language.English {
		lang = "en"
	}
	out := newJSONWriter(w)
	out.raw(`{"$schema":"` + sarifSchema + `","version":"2.1.0","runs":[{"tool":`)
	out.compact(sarifTool{driver})
	out.raw(`,"language":"` + lang + `","columnKind":"utf16CodeUnits","newlineSequences":["\r\n","\n","\r"],"invocations":`)
	out.compact([]sarifInvocation{s.invocation()})
	out.raw(`,"results":`)
	out.lines(len(findings), func(i int) any { return s.result(findings[i]) })
	out.raw("}]}\n")
	return out.close()
}

type sarif struct {
	run     Run
	say     *message.Printer
	indexes map[string]int // of rules by name
}

// rules describes the rules of findings, in the order of the run's rules; the
// engine's own come last.
func (s *sarif) rules(findings []checker.Finding) []sarifRule {
	var names []string
	for _, f := range findings {
		if _, ok := s.indexes[f.Rule]; !ok {
			s.indexes[f.Rule] = 0
			names = append(names, f.Rule)
		}
	}
	out := make([]sarifRule, 0, len(names))
	for i := range s.run.Rules {
		rule := &s.run.Rules[i]
		at := slices.Index(names, rule.Name)
		if at < 0 {
			continue
		}
		names = slices.Delete(names, at, at+1)
		s.indexes[rule.Name] = len(out)
		out = append(out, s.rule(rule))
	}
	for _, name := range names {
		s.indexes[name] = len(out)
		out = append(out, sarifRule{ID: name})
	}
	return out
}

func (s *sarif) rule(rule *checker.Rule) sarifRule {
	title := rule.Title()
	if s.run.Language == language.English {
		title = rule.Summary()
	}
	return sarifRule{
		ID: rule.Name, Short: &sarifText{Text: title}, Help: &sarifText{Text: title, Markdown: rule.Doc},
		Configuration: &sarifDefault{sarifLevels[rule.Severity]}, Properties: &sarifTags{[]string{rule.Category}},
	}
}

// invocation tells which files could not be checked.
func (s *sarif) invocation() sarifInvocation {
	out := sarifInvocation{Successful: len(s.run.Errors) == 0}
	for _, e := range s.run.Errors {
		out.Notifications = append(out.Notifications, sarifNotification{
			Level: "error", Message: sarifMessage(s.run.Describe(e.Err)),
			Locations: []sarifLocation{{Physical: sarifPhysical{File: s.file(e.Doc)}}},
		})
	}
	return out
}

func (s *sarif) file(doc string) sarifFile { return sarifFile{s.run.uri(doc)} }

func (s *sarif) result(f checker.Finding) sarifResult {
	out := sarifResult{
		RuleID: f.Rule, RuleIndex: s.indexes[f.Rule], Level: sarifLevels[f.Severity], Message: sarifMessage(f.Message),
		Locations:    []sarifLocation{{Physical: s.physical(f.Doc, f.Start, f.End, f.Text)}},
		Fingerprints: map[string]string{sarifFingerprint: f.Fingerprint},
		Rank:         math.Round(f.Confidence * 100),
	}
	for i, r := range f.Related {
		message := sarifMessage(r.Message)
		out.Related = append(out.Related, sarifLocation{ID: i + 1, Physical: s.physical(r.Doc, r.Start, r.End, r.Text), Message: &message})
	}
	for _, fix := range appliable(f) {
		out.Fixes = append(out.Fixes, s.fix(f.Doc, fix))
	}
	return out
}

func (s *sarif) physical(doc string, start, end text.Position, snippet string) sarifPhysical {
	region := sarifRegionOf(start, end)
	region.Snippet = &sarifText{Text: snippet}
	return sarifPhysical{s.file(doc), &region}
}

func (s *sarif) fix(doc string, fix checker.Fix) sarifFix {
	change := sarifChange{File: s.file(doc), Replacements: []sarifReplacement{}}
	for _, e := range fix.Edits {
		// A text that is empty is written, too: some readers expect the field.
		change.Replacements = append(change.Replacements, sarifReplacement{sarifRegionOf(e.Start, e.End), sarifText{Text: e.Text}})
	}
	return sarifFix{sarifMessage(titleOf(s.say, fix)), []sarifChange{change}}
}

func sarifRegionOf(start, end text.Position) sarifRegion {
	return sarifRegion{StartLine: start.Line, StartColumn: start.UTF16 + 1, EndLine: end.Line, EndColumn: end.UTF16 + 1}
}

// sarifMessage returns a message that no viewer takes for a link: SARIF reads
// [text](target) in plain messages as one.
func sarifMessage(s string) sarifText {
	return sarifText{Text: strings.ReplaceAll(s, "](", `\](`)}
}
