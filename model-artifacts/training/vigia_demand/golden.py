"""Windows with the answers the model gave when it was exported; the Python and the Java tests both score them."""

import numpy as np

from vigia_demand.contract import CHANNELS, CONTEXT, YEAR
from vigia_demand.series import Array

TOLERANCE = 1e-4
HALF_TOLERANCE = 5e-3  # float16 is rounded where a runtime fuses operators, which differs from machine to machine
PRICE = 7.5


def golden_windows(seed: int = 4) -> tuple[Array, Array, Array]:
    """Values, observed and regions of one ordinary window and of seven that once broke models."""
    rng = np.random.default_rng(seed)
    units = [full(rng), full(rng), full(rng), intermittent(rng), np.zeros(CONTEXT), full(rng) * 1e7, full(rng) * 1e-5, full(rng)]
    values = np.stack([np.stack([one, one * PRICE], axis=1) for one in units]).astype(np.float32)
    observed = np.ones((len(units), CONTEXT, len(CHANNELS)), np.float32)
    observed[1, :-8] = 0  # eight weeks old
    observed[2, rng.choice(CONTEXT - 8, 30, replace=False)] = 0  # gaps
    observed[7, :60, 1] = 0  # revenue only lately
    return values * observed, observed, np.zeros(len(units), np.int64)


def full(rng: np.random.Generator) -> Array:
    """A year's wave with noise, in whole units."""
    week = np.arange(CONTEXT)
    return np.round(200 * np.exp(0.3 * np.sin(2 * np.pi * week / YEAR) + rng.normal(0, 0.1, CONTEXT)))


def intermittent(rng: np.random.Generator) -> Array:
    return np.where(rng.random(CONTEXT) < 0.2, rng.integers(1, 6, CONTEXT), 0).astype(float)


def golden_record(windows: tuple[Array, Array, Array], mean: Array, quantiles: Array, tolerance: float) -> dict[str, object]:
    """What golden.json says."""
    values, observed, region = windows
    rows = [
        {
            "values": numbers(values[i]),
            "observed": observed[i].astype(int).tolist(),
            "region": int(region[i]),
            "mean": numbers(mean[i]),
            "quantiles": numbers(quantiles[i]),
        }
        for i in range(len(values))
    ]
    return {"tolerance": tolerance, "windows": rows}


def numbers(block: Array) -> list:
    """Nine digits say a float32 exactly."""
    return [numbers(part) if part.ndim else float(f"{part:.9g}") for part in block]


def worst_difference(expected: Array, found: Array, values: Array) -> float:
    """The largest relative difference; near zero the window's scale is what a difference is relative to."""
    axes = tuple(range(1, expected.ndim))
    scale = np.maximum(np.abs(values).reshape(len(values), -1).max(axis=1), 1e-30).reshape(-1, *[1] * len(axes))
    return float((np.abs(expected - found) / np.maximum(np.abs(expected), scale)).max())
