package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/nukta/nukta/checker"
)

// chosen returns the rules of orthography that a profile sets, as it sets them.
func chosen(t *testing.T, profile string) []checker.Rule {
	t.Helper()
	source, ok := Profile(profile)
	if !ok {
		t.Fatalf("no profile %q", profile)
	}
	config, err := checker.ParseConfig(profile+".yaml", source, All)
	if err != nil {
		t.Fatal(err)
	}
	var out []checker.Rule
	for _, rule := range config.Select(All) {
		if options, ok := rule.Options.(orthographyOptions); ok {
			if options.Policy == "consistent" {
				t.Errorf("%s: %s has no policy", profile, rule.Name)
			}
			out = append(out, rule)
		}
	}
	return out
}

// TestProfiles holds each profile to an article in its own style, and to words of
// the others.
func TestProfiles(t *testing.T) {
	for _, c := range []struct{ profile, article, wrong, want string }{
		{
			profile: "chd",
			article: `गाँव के स्कूल में हिंदी पखवाड़ा
केंद्रीय मंत्री ने कहा कि बच्चों के लिए हिंदी की नई पुस्तकें भेजी गई हैं। सम्मान समारोह में पाँच शिक्षक आए और जन्म से वहीं रहने वाले किसान हँसते हुए मिले।
पंडित जी ने स्थायी समाधान की बात की और बताया कि कानून की जानकारी सबको चाहिए। कलम और किताब के दाम दस रुपये बढ़े। राज़ की बात यह है कि संबंध पुराने हैं।`,
			wrong: "हिन्दी क़लम यहां गयी लिये सम्बन्ध क़ानून पांच",
			want:  "हिन्दी→हिंदी क़लम→कलम यहां→यहाँ गयी→गई लिये→लिए सम्बन्ध→संबंध क़ानून→कानून पांच→पाँच",
		},
		{
			profile: "news",
			article: `मुंबई में बारिश से हजारों लोग फंसे
पुलिस ने बताया कि पांच गांवों में पानी भर गया है और जरूरी सामान पहुंचाया जा रहा है। सड़क पर बड़ी भीड़ थी और पढ़ाई बंद रही। यहां से फोन पर खबर मिली कि हालात काबू में हैं।
केंद्र की टीम नई दिल्ली से आई। अधिकारियों ने लोगों से कहा कि वे घर में रहें, क्योंकि मौसम विभाग ने चेतावनी दी है। जान गंवाने वालों के परिवारों को मदद दी गई।`,
			wrong: "यहाँ ज़रूर हिन्दी आये फ़ोन माँग कम्पनी",
			want:  "यहाँ→यहां ज़रूर→जरूर हिन्दी→हिंदी आये→आए फ़ोन→फोन माँग→मांग कम्पनी→कंपनी",
		},
		{
			profile: "bbc",
			article: `अफ़ग़ानिस्तान में चुनाव से पहले सुरक्षा बढ़ी
चुनाव आयोग के मुताबिक़ पाँच हज़ार से ज़्यादा जवान तैनात किए गए हैं। ख़बर है कि कई इलाक़ों में फ़ोन बंद हैं और लोग यहाँ से दूर जा रहे हैं।
राष्ट्रपति ने कहा कि क़ानून का राज रहेगा और किसी को डरने की ज़रूरत नहीं। पिछले हफ़्ते माँग उठी थी कि मतदान टाला जाए, मगर फ़ैसला नहीं हुआ। सफलता की उम्मीद सबको है।`,
			wrong: "जरूरत खबर यहां फोन हिन्दी गयी कानून गांव",
			want:  "जरूरत→ज़रूरत खबर→ख़बर यहां→यहाँ फोन→फ़ोन हिन्दी→हिंदी गयी→गई कानून→क़ानून गांव→गाँव",
		},
	} {
		rules := chosen(t, c.profile)
		if len(rules) != 4 {
			t.Errorf("%s: sets %d rules of orthography", c.profile, len(rules))
		}
		if got := check(t, nil, c.article, rules...); got != nil {
			t.Errorf("%s: its own article has %q", c.profile, got)
		}
		var got []string
		for _, f := range check(t, nil, c.wrong, rules...) {
			_, pair, _ := strings.Cut(f, ": ")
			got = append(got, strings.ReplaceAll(pair, " → ", "→"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.profile, strings.Join(got, " "), c.want)
		}
	}
}

func TestProfileNames(t *testing.T) {
	if got, want := Profiles(), []string{"bbc", "chd", "news"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, ok := Profile("../rules"); ok {
		t.Error("a profile outside the folder")
	}
}

// TestOrthographyChoices holds what is a choice and what is not.
func TestOrthographyChoices(t *testing.T) {
	for _, c := range []struct {
		choice      *orthography
		form, other string // none where it is no choice
	}{
		{yeChoice, "गये", "गए"}, {yeChoice, "लिये", "लिए"}, {yeChoice, "हुये", "हुए"}, {yeChoice, "गए", "गये"},
		{yeChoice, "रुपये", ""}, {yeChoice, "रवैये", ""}, {yeChoice, "गायें", ""}, {yeChoice, "स्थायी", ""}, {yeChoice, "में", ""},
		{nuktaChoice, "जरूर", "ज़रूर"}, {nuktaChoice, "ज़रूर", "जरूर"}, {nuktaChoice, "अफगानिस्तान", "अफ़गानिस्तान"},
		{nuktaChoice, "राज़", ""}, {nuktaChoice, "सफलता", ""}, {nuktaChoice, "कामयाबी", ""}, {nuktaChoice, "सडक़", ""}, {nuktaChoice, "बढकर", ""},
		{chandrabinduChoice, "यहां", "यहाँ"}, {chandrabinduChoice, "हवाएं", "हवाएँ"}, {chandrabinduChoice, "गाँधी", "गांधी"},
		{chandrabinduChoice, "मांस", ""}, {chandrabinduChoice, "गांधी", ""}, {chandrabinduChoice, "हँस", ""}, {chandrabinduChoice, "में", ""}, {chandrabinduChoice, "संसद", ""},
		{anusvaraChoice, "सम्बन्ध", "संबंध"}, {anusvaraChoice, "हिंदी", "हिन्दी"}, {anusvaraChoice, "सैम्पल", "सैंपल"},
		{anusvaraChoice, "जन्म", ""}, {anusvaraChoice, "सम्मान", ""}, {anusvaraChoice, "संसद", ""},
	} {
		other := ""
		if got, _, ok := c.choice.other(c.form); ok {
			other = got
		}
		if other != c.other {
			t.Errorf("%s: got %q, want %q", c.form, other, c.other)
		}
	}
}
