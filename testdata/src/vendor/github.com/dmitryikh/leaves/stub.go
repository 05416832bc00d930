// Package leaves is a stub for tests: declarations only.
package leaves

type Ensemble struct {
}

func (e *Ensemble) PredictSingle(fvals []float64, nEstimators int) float64 { return 0 }

func (e *Ensemble) Predict(fvals []float64, nEstimators int, predictions []float64) error { return nil }

func (e *Ensemble) NFeatures() int { return 0 }

func LGEnsembleFromFile(filename string, loadTransformation bool) (*Ensemble, error) { return nil, nil }

func XGEnsembleFromFile(filename string, loadTransformation bool) (*Ensemble, error) { return nil, nil }
