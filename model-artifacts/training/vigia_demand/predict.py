"""A model's forecasts for windows, as the metrics want them."""

import time

import numpy as np
import torch

from vigia_demand.metrics import Forecast
from vigia_demand.model import DemandModel
from vigia_demand.series import Array, Windows


def forecast(model: DemandModel, windows: Windows, channel: int = 0, region: Array | None = None) -> tuple[Forecast, float]:
    """Forecasts of one channel, and seconds per 1,000 windows."""
    start = time.perf_counter()
    parts = [_part(model, windows.take(part), None if region is None else region[part]) for part in _slices(len(windows))]
    seconds = (time.perf_counter() - start) * 1000 / len(windows)
    mean = np.concatenate([mean[..., channel] for mean, _ in parts])
    quantiles = np.concatenate([quantiles[..., channel, :] for _, quantiles in parts])
    return Forecast(mean.astype(float), quantiles.astype(float)), seconds


def _slices(count: int, size: int = 512) -> list[Array]:
    return [np.arange(start, min(start + size, count)) for start in range(0, count, size)]


@torch.no_grad()
def _part(model: DemandModel, windows: Windows, region: Array | None) -> tuple[Array, Array]:
    ids = np.zeros(len(windows), np.int64) if region is None else region
    mean, quantiles = model(torch.from_numpy(windows.values), torch.from_numpy(windows.observed), torch.from_numpy(ids))
    return mean.numpy(), quantiles.numpy()
