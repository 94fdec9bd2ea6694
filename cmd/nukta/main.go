// Command nukta checks the quality of Hindi text.
package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/nukta/nukta/checker"
	"github.com/nukta/nukta/checker/report"
	"github.com/nukta/nukta/checker/text"
	"github.com/nukta/nukta/rules"
)

func main() {
	active := (*checker.Config)(nil).Select(rules.All)
	res, _ := checker.Run(context.Background(), func(yield func(checker.Input) bool) {
		filepath.WalkDir(os.Args[len(os.Args)-1], func(path string, d fs.DirEntry, err error) error {
			if filepath.Ext(path) == ".txt" {
				yield(checker.Input{Name: path, Rules: active, Load: func() (*text.Document, error) {
					data, err := os.ReadFile(path)
					if err != nil {
						return nil, err
					}
					s, enc, err := text.Decode(data)
					if err != nil {
						return nil, err
					}
					doc := text.Plain(path, s)
					doc.Encoding = enc
					return doc, nil
				}})
			}
			return nil
		})
	}, checker.Options{Jobs: runtime.NumCPU()})
	report.JSON(os.Stdout, report.Run{Files: res.Docs, Errors: res.Errors}, res.Findings)
}
