// SPDX-License-Identifier: Apache-2.0

package claim837

import "github.com/claimwire/claimwire/x12"

// ProcedureCDT is a dental procedure code, Procedure.Qualifier (SV301-1,
// SVD03-1).
const ProcedureCDT x12.Code = "AD"

// DiagnosisSNODENT is a kind of diagnosis code of a dental claim (HI01-1 to
// HI04-1).
const DiagnosisSNODENT x12.Code = "TQ"

// Areas of the mouth, DentalLine.OralCavity (SV304).
const (
	OralEntire             x12.Code = "00"
	OralMaxillary          x12.Code = "01"
	OralMandibular         x12.Code = "02"
	OralSextantUpperRight  x12.Code = "03"
	OralSextantUpper       x12.Code = "04" // anterior
	OralSextantUpperLeft   x12.Code = "05"
	OralSextantLowerLeft   x12.Code = "06"
	OralSextantLower       x12.Code = "07" // anterior
	OralSextantLowerRight  x12.Code = "08"
	OralOther              x12.Code = "09"
	OralQuadrantUpperRight x12.Code = "10"
	OralQuadrantUpperLeft  x12.Code = "20"
	OralQuadrantLowerLeft  x12.Code = "30"
	OralQuadrantLowerRight x12.Code = "40"
	OralLeft               x12.Code = "L"
	OralRight              x12.Code = "R"
)

// Placement of a prosthesis, crown or inlay, DentalLine.Prosthesis (SV305).
const (
	ProsthesisInitial     x12.Code = "I"
	ProsthesisReplacement x12.Code = "R" // needs DentalLine.PriorPlacement
)

// Surfaces of a tooth, Tooth.Surfaces (TOO03).
const (
	SurfaceBuccal   x12.Code = "B"
	SurfaceDistal   x12.Code = "D"
	SurfaceFacial   x12.Code = "F"
	SurfaceIncisal  x12.Code = "I"
	SurfaceLingual  x12.Code = "L"
	SurfaceMesial   x12.Code = "M"
	SurfaceOcclusal x12.Code = "O"
)

// State of a tooth, ToothStatus.Status (DN202).
const (
	ToothToExtract x12.Code = "E"
	ToothMissing   x12.Code = "M"
)
