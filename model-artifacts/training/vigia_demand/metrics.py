"""How good forecasts are: one row per window, so that any grouping can be averaged afterwards.

Absolute errors judge the median, bias judges the mean: each forecast is held to what it promises.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from vigia_demand.contract import MEDIAN, QUANTILES
from vigia_demand.series import Array, Windows

LOW, HIGH = QUANTILES.index(0.1), QUANTILES.index(0.9)
LEADS = {"1-4": slice(0, 4), "5-13": slice(4, 13), "14-26": slice(13, 26)}


@dataclass(frozen=True)
class Forecast:
    """26 weeks of one channel for every window; methods without intervals repeat their point."""

    mean: Array  # [n, HORIZON]
    quantiles: Array  # [n, HORIZON, QUANTILES]

    @property
    def median(self) -> Array:
        return self.quantiles[..., MEDIAN]

    @property
    def has_interval(self) -> bool:
        return bool(np.any(self.quantiles[..., HIGH] > self.quantiles[..., LOW]))

    def take(self, index: Array) -> "Forecast":
        return Forecast(self.mean[index], self.quantiles[index])


def point(mean: Array) -> Forecast:
    """A forecast that says nothing of its own uncertainty."""
    mean = np.maximum(mean, 0.0)
    return Forecast(mean, np.repeat(mean[..., None], len(QUANTILES), axis=-1))


def pinball(actual: Array, quantiles: Array) -> Array:
    """Twice the quantile loss, averaged over the quantiles: comparable with an absolute error."""
    error = actual[..., None] - quantiles
    levels = np.asarray(QUANTILES)
    return 2 * np.maximum(levels * error, (levels - 1) * error).mean(axis=-1)


def judge(windows: Windows, forecast: Forecast, channel: int = 0, lead: slice = slice(None)) -> pd.DataFrame:
    """Sums and means per window over the observed weeks of the given lead times."""
    actual = windows.future[:, lead, channel].astype(float)
    seen = windows.future_observed[:, lead, channel] > 0
    median, mean, quantiles = forecast.median[:, lead], forecast.mean[:, lead], forecast.quantiles[:, lead]
    error = np.abs(median - actual)
    size = np.abs(median) + np.abs(actual)
    covered = (actual >= quantiles[..., LOW]) & (actual <= quantiles[..., HIGH])
    rows = pd.DataFrame(
        {
            "kind": windows.kinds,
            "mase": masked_mean(error, seen) / windows.scale[:, channel],
            "smape": 200 * masked_mean(np.divide(error, size, out=np.zeros_like(error), where=size > 0), seen),
            "error": (error * seen).sum(axis=1),
            "loss": (pinball(actual, quantiles) * seen).sum(axis=1),
            "excess": ((mean - actual) * seen).sum(axis=1),
            "demand": (np.abs(actual) * seen).sum(axis=1),
            "covered": (covered * seen).sum(axis=1),
            "weeks": seen.sum(axis=1),
        }
    )
    return rows[rows["weeks"] > 0]


def masked_mean(values: Array, seen: Array) -> Array:
    return (values * seen).sum(axis=1) / np.maximum(seen.sum(axis=1), 1)


def summary(rows: pd.DataFrame, interval: bool = True) -> dict[str, float]:
    """The figures of one method on one group of windows."""
    demand = max(rows["demand"].sum(), 1e-12)
    return {
        "mase": float(rows["mase"].mean()),
        "wape": float(rows["error"].sum() / demand),
        "wql": float(rows["loss"].sum() / demand),
        "smape": float(rows["smape"].mean()),
        "bias": float(rows["excess"].sum() / demand),
        "coverage80": float(rows["covered"].sum() / rows["weeks"].sum()) if interval else float("nan"),
        "windows": len(rows),
    }
