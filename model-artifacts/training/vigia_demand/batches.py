"""Training windows in memory, and what is hidden from the model in each batch."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from vigia_demand.contract import CONTEXT, HORIZON, MINIMUM_WEEKS
from vigia_demand.series import Array, Series
from vigia_demand.synthetic import WEEKS


@dataclass(frozen=True)
class Batch:
    values: Tensor  # [n, CONTEXT, channels], 0 where hidden
    observed: Tensor
    region: Tensor
    future: Tensor  # [n, HORIZON, channels]
    future_observed: Tensor

    def to(self, device: str) -> "Batch":
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


@dataclass(frozen=True)
class Pool:
    """Stretches of 130 weeks; the last 26 are to be forecast."""

    values: Array  # float32 [n, WEEKS, channels]
    observed: Array  # bool [n, WEEKS, channels]
    region: Array  # int64 [n]

    def __len__(self) -> int:
        return len(self.values)

    def take(self, index: Array) -> "Pool":
        return Pool(self.values[index], self.observed[index], self.region[index])

    def joined(self, other: "Pool") -> "Pool":
        pairs = ((self.values, other.values), (self.observed, other.observed), (self.region, other.region))
        return Pool(*(np.concatenate(pair) for pair in pairs))

    def batch(self, index: Array, rng: np.random.Generator | None) -> Batch:
        """Some stretches as they are, or, with a generator, with histories shortened and weeks hidden."""
        values, observed = self.values[index], self.observed[index]
        if rng is not None:
            observed = hide(values, observed, rng)
        seen = torch.from_numpy(observed.astype(np.float32))
        whole = torch.from_numpy(values) * seen
        region = torch.from_numpy(self.region[index])
        return Batch(whole[:, :CONTEXT], seen[:, :CONTEXT], region, whole[:, CONTEXT:], seen[:, CONTEXT:])

    def shuffled(self, size: int, rng: np.random.Generator) -> Iterator[Batch]:
        """Batches for ever, each stretch once a round, hidden anew each time."""
        while True:
            order = rng.permutation(len(self))
            for start in range(0, max(len(order) - size, 0) + 1, size):
                yield self.batch(order[start : start + size], rng)


def synthetic_pool(values: Array, in_stock: Array) -> Pool:
    return Pool(values, np.repeat(in_stock[..., None], values.shape[2], axis=2), np.zeros(len(values), np.int64))


def real_pool(series: list[Series], step: int, regions: dict[str, int] | None = None) -> Pool:
    """Every stretch of the series, a new one each `step` weeks; short ones are padded on the left."""
    rows = [(one, end) for one in series for end in range(one.weeks, min(one.weeks, HORIZON + MINIMUM_WEEKS) - 1, -step)]
    rows = [(one, end) for one, end in rows if one.values[:end][-WEEKS:-HORIZON].any()]
    values = np.stack([_padded(one.values, end) for one, end in rows]).astype(np.float32)
    observed = np.stack([_padded(one.observed, end) for one, end in rows])
    region = [(regions or {}).get(one.name, 0) for one, _ in rows]
    return Pool(values, observed, np.array(region, np.int64))


def _padded(block: Array, end: int) -> Array:
    part = block[max(end - WEEKS, 0) : end]
    return np.concatenate([np.zeros((WEEKS - len(part), part.shape[1]), part.dtype), part])


def hide(values: Array, observed: Array, rng: np.random.Generator) -> Array:
    """Hides what real histories lack: early weeks, weeks before the launch, single weeks, revenue.

    The minimum of eight newest weeks stays as it was.
    """
    n, week = len(values), np.arange(WEEKS)
    kept = np.where(rng.random(n) < 0.45, CONTEXT, rng.integers(MINIMUM_WEEKS, CONTEXT + 1, n))
    early = week < (CONTEXT - kept)[:, None]
    sold = np.cumsum(values[..., 0] > 0, axis=1) > 0
    launch = ~sold & (rng.random((n, 1)) < 0.7) & (week < CONTEXT - MINIMUM_WEEKS)
    share = np.where(rng.random((n, 1)) < 0.2, rng.uniform(0, 0.3, (n, 1)), 0.0)
    single = (rng.random((n, WEEKS)) < share) & (week < CONTEXT - MINIMUM_WEEKS)
    shown = observed & ~(early | launch | single)[..., None]
    return _hide_revenue(shown, rng)


def _hide_revenue(shown: Array, rng: np.random.Generator) -> Array:
    """No revenue at all in many histories, only its newest part in a few."""
    n = len(shown)
    since = np.where(rng.random(n) < 0.15, rng.integers(0, CONTEXT - MINIMUM_WEEKS, n), 0)
    since = np.where(rng.random(n) < 0.4, WEEKS, since)
    shown = shown.copy()
    shown[..., 1] &= np.arange(WEEKS) >= since[:, None]
    return shown
