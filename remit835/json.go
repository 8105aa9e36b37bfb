package remit835

import "github.com/claimwire/claimwire/internal/jsonx"

// The JSON of remittances and their parts loses nothing: keys are the field
// names in camelCase, what is empty is left out, required amounts are always
// there, and amounts are strings that keep their scale. Bytes that are no UTF-8
// are kept as characters of the private range U+F780 to U+F7FF. Reading refuses
// unknown keys.

// MarshalJSON writes the fields that are set, and all required amounts.
func (v At) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *At) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Remittance) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Remittance) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v BankAccount) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *BankAccount) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Trace) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Trace) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Payer) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Payer) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Payee) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Payee) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Delivery) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Delivery) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v HeaderNumber) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *HeaderNumber) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ProviderSummary) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ProviderSummary) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ProviderSupplement) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ProviderSupplement) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ClaimPayment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ClaimPayment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Amount) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Amount) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Quantity) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Quantity) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v InpatientAdjudication) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *InpatientAdjudication) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v OutpatientAdjudication) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *OutpatientAdjudication) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ServicePayment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ServicePayment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Procedure) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Procedure) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Remark) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Remark) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Adjustment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Adjustment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ProviderAdjustment) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ProviderAdjustment) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Summary) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Summary) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// What is derived has the same form.

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Outcome) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Outcome) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v LineOutcome) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *LineOutcome) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v ReasonAmount) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *ReasonAmount) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Link) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Link) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }

// MarshalJSON writes the fields that are set, and all required amounts.
func (v Balance) MarshalJSON() ([]byte, error) { return jsonx.Marshal(v) }

// UnmarshalJSON reads the form of MarshalJSON.
func (v *Balance) UnmarshalJSON(b []byte) error { return jsonx.Unmarshal(b, v) }
