package cache

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"
)

// Program returns what stands for the build of the running program: its modules
// and their sums where they say what it was built from, and else the executable
// file itself.
func Program(version string) string {
	info, ok := debug.ReadBuildInfo()
	if ok && pinned(info) {
		return version + "\n" + info.String()
	}
	path, err := os.Executable()
	if err != nil {
		return version
	}
	file, err := os.Stat(path)
	if err != nil {
		return version
	}
	return fmt.Sprintf("%s\n%s %d %d", version, path, file.Size(), file.ModTime().UnixNano())
}

// pinned reports whether a build is one of a released version, or of a commit
// to which nothing was changed.
func pinned(info *debug.BuildInfo) bool {
	if info.Main.Sum != "" {
		return true
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	return settings["vcs.revision"] != "" && settings["vcs.modified"] == "false" && !strings.Contains(info.Main.Version, "dirty")
}
