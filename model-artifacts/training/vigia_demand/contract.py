"""What every demand model promises to the Java scorer; `model.yaml` repeats it for each file."""

CONTEXT = 104
HORIZON = 26
CHANNELS = ("units", "revenue")
QUANTILES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MEDIAN = QUANTILES.index(0.5)
YEAR = 52
MINIMUM_WEEKS = 8
