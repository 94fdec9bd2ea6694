package lexicon

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Why a country or territory is not called in names.tsv what Unicode CLDR calls
// it in Hindi.
const (
	// papers: national papers spell the name otherwise; CLDR's spelling is
	// accepted beside theirs, which the test demands.
	papers = "papers spell it otherwise"
	// formal: CLDR gives a formal or compound name; papers use a plain one, and
	// the file has that.
	formal = "CLDR's name is a formal one"
	// remote: a territory that the news hardly names; the file leaves it out.
	remote = "hardly in the news"
	// former: a code that is no longer used, for a name that stands elsewhere.
	former = "a code no longer used"
)

var cldrDifferences = map[string]string{
	"AC": remote, "AG": papers, "AI": remote, "AS": remote, "AX": remote, "BL": remote, "BN": papers, "BQ": remote, "BU": former, "BV": remote,
	"BW": papers, "CC": remote, "CD": formal, "CG": formal, "CI": papers, "CK": remote, "CP": remote, "CR": papers, "CV": papers, "CW": papers,
	"CX": remote, "EA": remote, "EZ": formal, "FK": remote, "FO": remote, "GF": papers, "GG": remote, "GP": papers, "GS": remote, "GW": papers,
	"HK": formal, "HM": remote, "HN": papers, "IC": remote, "IL": papers, "IO": remote, "JT": former, "KG": papers, "KN": papers, "KY": remote,
	"LI": papers, "LU": papers, "MD": papers, "MF": remote, "MH": papers, "MI": former, "MK": papers, "MM": formal, "MO": formal, "MP": remote,
	"MS": remote, "MX": papers, "NF": remote, "NH": former, "NL": papers, "NR": papers, "NU": remote, "PH": papers, "PM": remote, "PN": remote,
	"PR": papers, "PS": formal, "PU": former, "RE": remote, "SB": papers, "SJ": remote, "SM": papers, "ST": papers, "SX": remote, "TA": remote,
	"TC": remote, "TF": remote, "TK": remote, "TL": papers, "TP": former, "TV": papers, "UM": remote, "US": formal, "UY": papers, "VC": papers,
	"VG": remote, "VI": remote, "VU": papers, "WF": remote, "WK": former, "YT": remote, "ZR": former,
}

// TestCountriesAgreeWithCLDR compares the names of all regions that x/text knows
// in Hindi with names.tsv: each is the standard spelling there, or the table
// above says why not.
func TestCountriesAgreeWithCLDR(t *testing.T) {
	rows, err := ReadTSV("names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]Role{}
	for _, row := range rows {
		for i, role := range []Role{Standard, Accepted, Wrong} {
			for _, spelling := range strings.Split(row[i], ";") {
				if key := PhraseKey(spelling); roles[key] == 0 {
					roles[key] = role
				}
			}
		}
	}
	hindi := display.Regions(language.Hindi)
	seen := map[string]bool{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.String() != code || hindi.Name(region) == "" || code == "ZZ" {
				continue
			}
			seen[code] = true
			role, why := roles[PhraseKey(hindi.Name(region))], cldrDifferences[code]
			switch {
			case role == Standard && why != "":
				t.Errorf("%s %s agrees with CLDR: take it out of the table", code, hindi.Name(region))
			case role != Standard && why == "":
				t.Errorf("%s: CLDR says %s, names.tsv does not", code, hindi.Name(region))
			case role == Wrong:
				t.Errorf("%s: CLDR's %s is wrong in names.tsv", code, hindi.Name(region))
			case why == papers && role != Accepted:
				t.Errorf("%s: CLDR's %s should be accepted", code, hindi.Name(region))
			}
		}
	}
	for code := range cldrDifferences {
		if !seen[code] {
			t.Errorf("%s is no region with a Hindi name", code)
		}
	}
}
