package checker

import (
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// messages are the messages in Hindi by their English. Compiling one costs as
// much as reading a paragraph, so that it waits for the first that is printed.
var messages struct {
	sync.Mutex
	waiting [][2]string
	ready   *catalog.Builder
}

// Say registers a message in both languages and returns its key, which is the
// English sentence. Arguments are referred to by number where their order
// differs: %[2]s. Call it at package level; what is wrong with a message shows
// when the first one is printed.
func Say(english, hindi string) string {
	messages.Lock()
	defer messages.Unlock()
	messages.waiting = append(messages.waiting, [2]string{english, hindi})
	return english
}

// Printer returns the printer of a language's messages: Hindi by default. It is
// for one goroutine.
func Printer(tag language.Tag) *message.Printer {
	if tag == language.Und {
		tag = language.Hindi
	}
	return message.NewPrinter(tag, message.Catalog(catalogue()))
}

// catalogue returns all messages. It panics on one that cannot be compiled,
// which is a mistake of the program, not of its input.
func catalogue() catalog.Catalog {
	messages.Lock()
	defer messages.Unlock()
	if messages.ready == nil {
		messages.ready = catalog.NewBuilder(catalog.Fallback(language.English))
	}
	for _, m := range messages.waiting {
		if err := messages.ready.SetString(language.Hindi, m[0], m[1]); err != nil {
			panic(err)
		}
	}
	messages.waiting = nil
	return messages.ready
}
