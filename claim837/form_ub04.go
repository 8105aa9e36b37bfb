package claim837

import "github.com/claimwire/claimwire/x12"

func UB04(c *Claim) (*PaperForm, []x12.Issue) { return noForm(c) }
