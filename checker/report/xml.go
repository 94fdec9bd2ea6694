package report

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"io"
)

// xmlWriter writes a document of one element that holds others, each of which
// is written at once; after an error it writes nothing more. What XML 1.0
// cannot hold comes out as U+FFFD, so that callers spell it out before.
type xmlWriter struct {
	w   *bufio.Writer
	enc *xml.Encoder
	err error
}

func newXMLWriter(w io.Writer) *xmlWriter {
	buffered := bufio.NewWriter(w)
	enc := xml.NewEncoder(buffered)
	enc.Indent("", " ")
	return &xmlWriter{w: buffered, enc: enc}
}

func (x *xmlWriter) open(name string, attributes ...xml.Attr) {
	_, x.err = x.w.WriteString(xml.Header)
	if x.err == nil {
		x.err = x.enc.EncodeToken(xml.StartElement{Name: xml.Name{Local: name}, Attr: attributes})
	}
}

func (x *xmlWriter) element(v any) {
	if x.err == nil {
		x.err = x.enc.Encode(v)
	}
}

func (x *xmlWriter) close(name string) error {
	if x.err == nil {
		x.err = x.enc.EncodeToken(xml.EndElement{Name: xml.Name{Local: name}})
	}
	if x.err == nil {
		x.err = x.enc.Flush()
	}
	if x.err != nil {
		return x.err
	}
	_, err := x.w.WriteString("\n")
	return cmp.Or(err, x.w.Flush())
}
