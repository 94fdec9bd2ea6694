package rules

import (
	"embed"
	"strings"
)

// profiles are configurations with the orthography of a style.
//
//go:embed profiles/*.yaml
var profiles embed.FS

// Profile returns the configuration of a built-in profile by its name.
func Profile(name string) (config []byte, ok bool) {
	config, err := profiles.ReadFile("profiles/" + name + ".yaml")
	return config, err == nil
}

// Profiles returns the names of the built-in profiles in order.
func Profiles() []string {
	entries, err := profiles.ReadDir("profiles")
	if err != nil {
		return nil // not of an embedded folder that holds files
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), ".yaml")
	}
	return names
}
