"""The pictures of the card."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from vigia_demand.contract import CONTEXT, HORIZON, QUANTILES
from vigia_demand.metrics import HIGH, LOW, Forecast
from vigia_demand.series import Windows
from vigia_demand.sets import SETS, UNSEEN

OURS, OTHERS, GREY = "#c0392b", "#34618d", "#999999"
SHOWN = ("Vigia", "LightGBM", "AutoTheta", "AutoETS", "TSB", "moving average", "naive", "seasonal naive")
EXAMPLES = 2


def accuracy(sets: dict[str, dict[str, dict[str, float]]], path: Path) -> None:
    """MASE of every method as a share of seasonal naive's, a group of bars a set."""
    figure, axes = plt.subplots(figsize=(10, 4))
    width = 0.8 / len(SHOWN)
    for place, method in enumerate(SHOWN):
        shares = [sets[one.name][method]["mase"] / sets[one.name]["seasonal naive"]["mase"] for one in SETS]
        colour = OURS if method == "Vigia" else plt.cm.Blues(0.95 - 0.1 * place)
        axes.bar(np.arange(len(SETS)) + place * width, shares, width, label=method, color=colour)
    axes.axhline(0.85, color="black", linewidth=0.8, linestyle=":")
    axes.set_xticks(np.arange(len(SETS)) + 0.4, [f"{one.name}{'' if one.name in UNSEEN else ' *'}" for one in SETS])
    axes.set_ylabel("MASE ÷ seasonal naive's")
    axes.legend(ncols=4, fontsize=8)
    axes.set_title(
        "Lower is better. Dotted: the target. * : a held-out part of a set whose other part was learned from", fontsize=9
    )
    save(figure, path)


def calibration(windows: dict[str, Windows], forecasts: dict[str, Forecast], path: Path) -> None:
    """How often what came lay below each quantile, and how often inside the 80 % interval by lead time."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
    for name in UNSEEN:
        actual, seen = windows[name].future[..., 0], windows[name].future_observed[..., 0] > 0
        quantiles = forecasts[name].quantiles
        left.plot(
            QUANTILES,
            [(actual <= quantiles[..., i])[seen].mean() for i in range(len(QUANTILES))],
            marker="o",
            markersize=3,
            label=name,
        )
        inside = (actual >= quantiles[..., LOW]) & (actual <= quantiles[..., HIGH])
        right.plot(np.arange(1, HORIZON + 1), (inside * seen).sum(0) / seen.sum(0), label=name)
    left.plot([0, 1], [0, 1], color=GREY, linewidth=0.8)
    left.set(xlabel="quantile", ylabel="share of weeks at or below it", title="Calibration on sets it never saw")
    right.axhspan(0.75, 0.85, color=GREY, alpha=0.25)
    right.set(xlabel="weeks ahead", ylabel="share inside the 80 % interval", ylim=(0.5, 1), title="Coverage by lead time")
    right.legend(fontsize=8)
    save(figure, path)


def examples(windows: dict[str, Windows], forecasts: dict[str, Forecast], path: Path, seed: int = 1) -> None:
    """Windows drawn at random, so that nobody chose the pretty ones."""
    rng = np.random.default_rng(seed)
    names = (*UNSEEN, "uci")
    figure, grid = plt.subplots(len(names), EXAMPLES, figsize=(11, 2.2 * len(names)))
    for row, name in zip(grid, names, strict=True):
        for axes, index in zip(row, rng.choice(len(windows[name]), EXAMPLES, replace=False), strict=True):
            _example(axes, windows[name], forecasts[name], index)
    save(figure, path)


def _example(axes: Axes, windows: Windows, forecast: Forecast, index: int) -> None:
    past, seen = windows.values[index, :, 0], windows.observed[index, :, 0] > 0
    future, came = windows.future[index, :, 0], windows.future_observed[index, :, 0] > 0
    ahead = np.arange(CONTEXT, CONTEXT + HORIZON)
    axes.plot(np.arange(CONTEXT), np.where(seen, past, np.nan), color=OTHERS, linewidth=0.9)
    axes.plot(ahead, np.where(came, future, np.nan), color="black", linewidth=0.9)
    axes.plot(ahead, forecast.median[index], color=OURS, linewidth=1.2)
    axes.fill_between(ahead, forecast.quantiles[index, :, LOW], forecast.quantiles[index, :, HIGH], color=OURS, alpha=0.2)
    axes.set_title(str(windows.names[index]), fontsize=8)
    axes.set_ylim(bottom=0 if past[seen].min() < 0.3 * past.max() else None)
    axes.tick_params(labelsize=7)


def save(figure: plt.Figure, path: Path) -> None:
    figure.tight_layout()
    figure.savefig(path, dpi=90, metadata={"Software": None})
    plt.close(figure)
