"""Writes statsforecast.json: what the library of that name forecasts for some made-up series.

pip install statsforecast==2.1.1 && python make_statsforecast.py > statsforecast.json
"""

import json
import sys

import numpy as np
from statsforecast.models import TSB, CrostonClassic, SeasonalNaive, WindowAverage

HORIZON = 26


def series():
    """Weekly units: seasonal, now and then, in lumps, begun late, short, nothing at all."""
    random = np.random.default_rng(4)
    weeks = np.arange(104)
    yield (
        "seasonal",
        100 + 40 * np.sin(2 * np.pi * weeks / 52) + random.normal(0, 5, 104),
    )
    yield "now-and-then", random.poisson(3, 104) * (random.random(104) < 0.25)
    yield "lumpy", np.round(random.gamma(0.5, 40, 104)) * (random.random(104) < 0.1)
    yield "begun-late", np.where(weeks < 70, 0, random.poisson(8, 104))
    yield "ended", np.where(weeks > 60, 0, random.poisson(8, 104))
    yield "short", random.poisson(20, 60)
    yield "nothing", np.zeros(104)


def forecasts(values):
    models = {
        "seasonal-naive": SeasonalNaive(season_length=52),
        "moving-average": WindowAverage(window_size=8),
        "croston": CrostonClassic(),
        "tsb": TSB(alpha_d=0.1, alpha_p=0.1),
    }
    for name, model in models.items():
        yield name, model.forecast(y=values.astype(float), h=HORIZON)["mean"]


def rounded(values):
    return [round(float(value), 6) for value in values]


def main():
    cases = []
    for name, values in series():
        values = np.round(values, 3)
        means = {model: rounded(mean) for model, mean in forecasts(values)}
        cases.append({"series": name, "values": rounded(values), "forecasts": means})
    json.dump({"cases": cases}, sys.stdout)
    print()


if __name__ == "__main__":
    main()
