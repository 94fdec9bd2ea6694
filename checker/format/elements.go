package format

import "github.com/nukta/nukta/checker/text"

// role is how an element of HTML bears on the prose in it and around it. The zero
// role is that of elements that are part of the text around them, as those are
// that are not known.
type role uint8

const (
	// asBlock, and those behind it up to asPreformatted, begin and end a block.
	asBlock role = iota + 1
	asHeading
	asItem
	// asCell is of a table: its own text is an item, but paragraphs may be laid
	// out in it.
	asCell
	asQuotation
	asPreformatted
	// asDivider has no content and parts blocks.
	asDivider
	asLineEnd
	// asPicture has no content and a reader sees it.
	asPicture
	// asNothing has no content and no reader sees it.
	asNothing
	// asThing has content that is no prose, and a reader sees something.
	asThing
	// asDrawing is a thing of another language of markup.
	asDrawing
	// asUnread has content that nobody reads in the text.
	asUnread
)

// block reports whether an element begins and ends a block.
func (r role) block() bool { return asBlock <= r && r <= asPreformatted }

// closing is a kind of element that ends where the next of its kind begins.
type closing uint8

const (
	endsNothing closing = iota
	endsParagraph
	endsItem
	endsTerm
	endsCell
	endsRow
	endsHeading
	closings
)

// htmlElement is what is known of an element.
type htmlElement struct {
	role   role
	closes closing
	// bounds are the kinds of which one around the element does not end inside.
	bounds []closing
}

// elements are the elements by name.
var elements = map[string]htmlElement{
	"address": {role: asBlock}, "article": {role: asBlock}, "aside": {role: asBlock}, "body": {role: asBlock},
	"caption": {role: asBlock, bounds: []closing{endsParagraph}}, "details": {role: asBlock},
	"center": {role: asBlock}, //nolint:misspell // it is called so
	"dialog": {role: asBlock}, "div": {role: asBlock}, "dl": {role: asBlock, bounds: []closing{endsTerm}}, "fieldset": {role: asBlock},
	"figcaption": {role: asBlock}, "figure": {role: asBlock}, "footer": {role: asBlock}, "form": {role: asBlock},
	"head": {role: asBlock}, "header": {role: asBlock}, "hgroup": {role: asBlock}, "html": {role: asBlock}, "legend": {role: asBlock},
	"main": {role: asBlock}, "nav": {role: asBlock}, "p": {role: asBlock, closes: endsParagraph}, "search": {role: asBlock},
	"section": {role: asBlock}, "summary": {role: asBlock},
	"menu": {role: asBlock, bounds: []closing{endsItem}}, "ol": {role: asBlock, bounds: []closing{endsItem}},
	"ul":    {role: asBlock, bounds: []closing{endsItem}},
	"table": {role: asBlock, bounds: []closing{endsCell, endsRow}}, "tbody": {role: asBlock}, "tfoot": {role: asBlock},
	"thead": {role: asBlock}, "tr": {role: asBlock, closes: endsRow},

	"h1": {role: asHeading, closes: endsHeading}, "h2": {role: asHeading, closes: endsHeading}, "h3": {role: asHeading, closes: endsHeading},
	"h4": {role: asHeading, closes: endsHeading}, "h5": {role: asHeading, closes: endsHeading}, "h6": {role: asHeading, closes: endsHeading},
	"title": {role: asHeading},

	"button": {role: asItem, bounds: []closing{endsParagraph}}, "dd": {role: asItem, closes: endsTerm}, "dt": {role: asItem, closes: endsTerm},
	"li": {role: asItem, closes: endsItem},
	"td": {role: asCell, closes: endsCell, bounds: []closing{endsParagraph}}, "th": {role: asCell, closes: endsCell, bounds: []closing{endsParagraph}},
	"blockquote": {role: asQuotation}, "pre": {role: asPreformatted}, "hr": {role: asDivider}, "br": {role: asLineEnd},

	"embed": {role: asPicture}, "img": {role: asPicture}, "input": {role: asPicture},
	"area": {role: asNothing}, "base": {role: asNothing}, "col": {role: asNothing}, "link": {role: asNothing}, "meta": {role: asNothing},
	"param": {role: asNothing}, "source": {role: asNothing}, "track": {role: asNothing}, "wbr": {role: asNothing},

	"audio": {role: asThing}, "canvas": {role: asThing}, "code": {role: asThing}, "iframe": {role: asThing}, "kbd": {role: asThing},
	"object": {role: asThing}, "samp": {role: asThing}, "select": {role: asThing}, "textarea": {role: asThing}, "tt": {role: asThing},
	"var": {role: asThing}, "video": {role: asThing}, "xmp": {role: asThing},
	"math": {role: asDrawing}, "svg": {role: asDrawing},

	// What is struck out stays on the page and is no part of the sentence.
	"del": {role: asUnread}, "s": {role: asUnread}, "strike": {role: asUnread},
	"datalist": {role: asUnread}, "noembed": {role: asUnread}, "noframes": {role: asUnread}, "noscript": {role: asUnread},
	"rp": {role: asUnread}, "rt": {role: asUnread}, "script": {role: asUnread}, "style": {role: asUnread}, "template": {role: asUnread},
}

// inside returns the frame of an element, without its name, in another.
func (e htmlElement) inside(outer frame) frame {
	f := outer
	f.block = e.role.block() && !outer.hidden
	switch e.role {
	case asBlock:
		f.kind = f.inner
	case asHeading:
		f.kind = text.Heading
	case asItem:
		f.kind, f.inner = text.Item, text.Item
	case asCell:
		f.kind, f.inner = text.Item, text.Paragraph
	case asQuotation:
		f.kind, f.inner = text.Quotation, text.Quotation
	case asPreformatted:
		f.kind, f.pre = f.inner, true
	case asThing, asUnread:
		f.hidden = true
	case asDrawing:
		f.hidden, f.foreign = true, true
	}
	for _, c := range e.bounds {
		f.near[c] = 0
	}
	return f
}
