// SPDX-License-Identifier: Apache-2.0

package remit835

import (
	"testing"

	"github.com/claimwire/claimwire/internal/codec"
	"github.com/claimwire/claimwire/internal/testkit"
)

func TestDescribe(t *testing.T) {
	testkit.Describe(t, Guide, "835", []string{"HEADER", "SUMMARY"},
		codec.Describe(&remittanceLoop),
		codec.Describe(&headerLoop),
		codec.Describe(&paymentLoop),
		codec.Describe(&summaryLoop),
	)
}
