package report

import (
	"encoding/xml"
	"io"
	"slices"
	"strconv"

	"github.com/nukta/nukta/checker"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitOutcome `xml:"failure"`
	Error   *junitOutcome `xml:"error"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// JUnit writes the XML of JUnit: a suite for each document, a test for each
// finding. Infos are skipped tests, since they fail nothing; a document without
// a finding is a test that passes, and one that could not be checked a test in
// error.
func JUnit(w io.Writer, run Run, findings []checker.Finding) error {
	suites := junitSuites(run, findings)
	var total junitSuite
	for _, s := range suites {
		total.Tests += s.Tests
		total.Failures += s.Failures
		total.Errors += s.Errors
	}
	out := newXMLWriter(w)
	attr := func(name string, value int) xml.Attr {
		return xml.Attr{Name: xml.Name{Local: name}, Value: strconv.Itoa(value)}
	}
	out.open("testsuites", xml.Attr{Name: xml.Name{Local: "name"}, Value: "nukta"},
		attr("tests", total.Tests), attr("failures", total.Failures), attr("errors", total.Errors))
	for _, s := range suites {
		out.element(s)
	}
	return out.close("testsuites")
}

// junitSuites returns a suite for each document: those that were checked in
// their order, then those that could not be.
func junitSuites(run Run, findings []checker.Finding) []junitSuite {
	found := map[string][]checker.Finding{}
	listed := map[string]bool{}
	docs := slices.Clone(run.Docs)
	for _, doc := range docs {
		listed[doc] = true
	}
	for doc, f := range byDoc(findings) {
		found[doc] = f
		if !listed[doc] { // one in which a rule failed
			docs = append(docs, doc)
		}
	}
	suites := make([]junitSuite, 0, len(docs)+len(run.Errors))
	for _, doc := range docs {
		suites = append(suites, junitSuiteOf(run, doc, found[doc]))
	}
	for _, e := range run.Errors {
		path, message := Printable(run.path(e.Doc)), Printable(run.Describe(e.Err))
		suites = append(suites, junitSuite{Name: path, Tests: 1, Errors: 1, Cases: []junitCase{{
			Name: "nukta", Class: path, Error: &junitOutcome{message, "error", Printable(e.Doc) + ": " + message},
		}}})
	}
	return suites
}

func junitSuiteOf(run Run, doc string, found []checker.Finding) junitSuite {
	path := Printable(run.path(doc))
	suite := junitSuite{Name: path, Tests: max(len(found), 1)}
	if len(found) == 0 {
		suite.Cases = []junitCase{{Name: "nukta", Class: path}}
	}
	for _, f := range found {
		at := strconv.Itoa(f.Start.Line) + ":" + strconv.Itoa(f.Start.Column)
		c := junitCase{Name: f.Rule + " " + at, Class: path}
		message := Printable(f.Message)
		if f.Severity == checker.Info {
			suite.Skipped++
			c.Skipped = &junitSkipped{message}
		} else {
			suite.Failures++
			c.Failure = &junitOutcome{message, f.Severity.String(), path + ":" + at + ": " + message + " [" + f.Rule + "]"}
		}
		suite.Cases = append(suite.Cases, c)
	}
	return suite
}
