package rules

import (
	"testing"

	"github.com/nukta/nukta/checker/checkertest"
)

// TestPages runs the examples on the rules' pages.
func TestPages(t *testing.T) { checkertest.Run(t, All) }
