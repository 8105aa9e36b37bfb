package main

var eligibilityLayout = &layout{
	around: []string{"transaction", "source", "receiver"},
	level: func(key uint32, third string) int {
		if key != keyHL {
			return 0
		}
		return map[string]int{"20": 1, "21": 2}[third]
	},
}

// eligibilityJudging leaves inquiries and responses to their guides: their rules
// are about what is asked, which the records tell.
type eligibilityJudging struct{}

func (eligibility) judging(*validation) judging { return eligibilityJudging{} }

func (eligibilityJudging) layout() *layout { return eligibilityLayout }

func (eligibilityJudging) item(*item) bool { return false }
