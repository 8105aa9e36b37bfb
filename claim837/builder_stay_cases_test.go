package claim837

// stayJSON is an inpatient stay; dentalJSON a visit to a dentist.
const stayJSON = `{
  "id": "STAY-1",
  "patient": {"lastName": "Doe", "firstName": "Jane", "birthDate": "1970-01-01", "sex": "female",
    "address": {"line1": "5 Elm St", "city": "Austin", "state": "TX", "zip": "78701"}},
  "coverages": [{"payer": {"name": "First Health", "id": "FH001"}, "plan": "commercial", "memberID": "W123", "groupNumber": "G1"}],
  "providers": {"attending": "lee", "operating": "roe"},
  "stay": {"facility": "hospital-inpatient", "drg": "343", "admittingDiagnosis": "R10.31", "coveredDays": 3,
    "admission": {"date": "2026-01-05", "hour": "14:30", "priority": "emergency", "origin": "home"},
    "discharge": {"date": "2026-01-08", "hour": "11:00", "status": "home"},
    "procedures": [{"code": "0DTJ4ZZ", "date": "2026-01-05"}]},
  "diagnoses": [{"code": "K35.80", "presentOnAdmission": "yes"}, {"code": "I10", "presentOnAdmission": "yes"}],
  "services": [
    {"revenueCode": "120", "charge": "3600.00", "units": 3},
    {"revenueCode": "0360", "charge": "5200.00"},
    {"revenueCode": "0250", "charge": "410.25", "units": 12}
  ]
}`
