// SPDX-License-Identifier: Apache-2.0

package eligibility270

import "github.com/claimwire/claimwire/internal/jsonx"

// Answers are written as JSON in the form of the model; see Response.

// MarshalJSON writes the fields that are set.
func (v Coverage) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// MarshalJSON writes the fields that are set.
func (v BenefitAnswer) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// MarshalJSON writes the fields that are set.
func (v PlanBenefits) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// MarshalJSON writes the fields that are set.
func (v Estimate) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// MarshalJSON writes the fields that are set.
func (v Refusal) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// MarshalJSON writes the fields that are set.
func (v Change) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }
