package rules

import (
	"slices"
	"testing"
)

// TestGarbledTextIsOneFault gives a paragraph of Kruti Dev to the rules whose
// marks the font uses as letters.
func TestGarbledTextIsOneFault(t *testing.T) {
	source := "j{kk ea=ky; ds ,d vf/kdkjh us crk;k fd le>kSrk vxys eghus gksus okyh cSBd esa r; gks ldrk gSA"
	got := check(t, nil, source, legacyFont, unbalancedQuotes, unbalancedBrackets)
	if len(got) != 1 || !slices.ContainsFunc(got, func(s string) bool { return s[:len("legacy-font")] == "legacy-font" }) {
		t.Errorf("got %q, want one finding of legacy-font", got)
	}
}
