// SPDX-License-Identifier: Apache-2.0

//go:build race

package claim837

const raceDetector = true
