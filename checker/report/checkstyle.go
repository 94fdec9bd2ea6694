package report

import (
	"encoding/xml"
	"io"

	"github.com/nukta/nukta/checker"
)

type checkstyleFile struct {
	XMLName xml.Name          `xml:"file"`
	Name    string            `xml:"name,attr"`
	Errors  []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Checkstyle writes the XML of the Java linter Checkstyle. Columns count code
// points.
func Checkstyle(w io.Writer, run Run, findings []checker.Finding) error {
	out := newXMLWriter(w)
	out.open("checkstyle", xml.Attr{Name: xml.Name{Local: "version"}, Value: "4.3"})
	for doc, found := range byDoc(findings) {
		file := checkstyleFile{Name: Printable(run.path(doc))}
		for _, f := range found {
			file.Errors = append(file.Errors, checkstyleError{
				f.Start.Line, f.Start.Column, f.Severity.String(), Printable(f.Message), "nukta." + f.Rule,
			})
		}
		out.element(file)
	}
	return out.close("checkstyle")
}
