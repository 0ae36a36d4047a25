"""What is worked out of a window inside the graph before any weight is applied.

Everything is a masked mean with fixed weights, so that unseen weeks count for nothing, a window of eight weeks works
like a full one, and the exported graph needs matrix products and no loops. Every number is relative to the window's own
size: a shop that sells thousands and one that sells tenths look alike to the weights.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from vigia_demand.contract import CONTEXT, HORIZON, YEAR

HALF_LIVES = (1.0, 4.0, 13.0, 52.0)
BANDWIDTHS = (0.35, 1.5, 4.0)  # weeks around the same week a year ago: that week alone, its neighbours, its month
LEVEL, QUARTER, LONG = 1, 2, 3  # positions in HALF_LIVES of the level now, of the quarter, and of the long run
DAMPING = 0.9
QUARTERS = range(YEAR // 4, 2 * YEAR + 1, YEAR // 4)  # lags after which months, too, begin anew
CANDIDATES = 13
FEATURES = (CANDIDATES - len(HALF_LIVES)) * HORIZON + 4 + YEAR + 13 + 7
SMALLEST_NOISE = 1e-4
PRIOR_WEIGHT = 1e-3  # of the long-run level, where no week near the wanted one was seen


class View(NamedTuple):
    """A window as the model sees it; the channel is the second axis everywhere but in `scaled`."""

    scaled: Tensor  # [N, CONTEXT, C], mean 0 and variance 1 over the seen weeks, unseen 0
    candidates: Tensor  # [N, C, HORIZON, CANDIDATES], simple forecasts in units of `size`
    features: Tensor  # [N, C, FEATURES]
    noise: Tensor  # [N, C, 1], mean change from week to week in units of `size`
    size: Tensor  # [N, C, 1], mean absolute value over the seen weeks; 0 where all are 0, and then so is the forecast


class Window(nn.Module):
    """Scaling with an observed mask, simple forecasts, and the features made of them."""

    def __init__(self) -> None:
        super().__init__()
        age = torch.arange(CONTEXT - 1, -1, -1.0)
        self.register_buffer("recent", torch.stack([0.5 ** (age / life) for life in HALF_LIVES], dim=1), persistent=False)
        self.register_buffer("recent_year_ago", torch.where(age >= YEAR, 0.5 ** ((age - YEAR) / 13), 0.0), persistent=False)
        self.register_buffer("year_ago", torch.stack([_around(YEAR, b) for b in BANDWIDTHS]), persistent=False)
        self.register_buffer("two_years", _around(YEAR, 1.5) + _around(2 * YEAR, 1.5), persistent=False)
        self.register_buffer("quarters", _every_quarter(0.5), persistent=False)
        self.register_buffer("quarters_wide", _every_quarter(4.0), persistent=False)
        lead = torch.arange(1.0, HORIZON + 1)
        self.register_buffer("damped", (1 - DAMPING**lead) * DAMPING / (1 - DAMPING), persistent=False)

    def forward(self, values: Tensor, observed: Tensor) -> View:
        mask = observed.transpose(1, 2)
        seen = values.transpose(1, 2) * mask
        count = mask.sum(-1, keepdim=True).clamp(min=1)
        size = seen.abs().sum(-1, keepdim=True) / count
        seen = seen / torch.where(size > 0, size, torch.ones_like(size))
        mean = seen.sum(-1, keepdim=True) / count
        deviation = torch.sqrt((((seen - mean) * mask) ** 2).sum(-1, keepdim=True) / count + 1e-5)
        noise = _change(seen, mask, 1, deviation).clamp(min=SMALLEST_NOISE)
        levels = _weighted(seen, mask, self.recent, torch.zeros_like(size))
        candidates = self._candidates(seen, mask, levels)
        features = self._features(seen, mask, levels, candidates, deviation, noise)
        scaled = (seen - mean) * mask / deviation
        return View(scaled.transpose(1, 2), candidates, features, noise, size)

    def _candidates(self, seen: Tensor, mask: Tensor, levels: Tensor) -> Tensor:
        """Four levels, a trend, six forecasts from a year ago, two years, a month's rhythm."""
        long, quarter = levels[..., LONG:], levels[..., QUARTER : QUARTER + 1]
        seasonal = [_weighted(seen, mask, kernel, long) for kernel in self.year_ago]
        two_years = _weighted(seen, mask, self.two_years, long)
        quarter_year_ago = _weighted(seen, mask, self.recent_year_ago[:, None], long)
        growth = ((quarter + 1e-3) / (quarter_year_ago + 1e-3)).clamp(0.2, 5.0)
        lifted = [seasonal[0] * growth, seasonal[1] * growth, seasonal[1] + quarter - quarter_year_ago]
        rhythm = quarter + _weighted(seen, mask, self.quarters, long) - _weighted(seen, mask, self.quarters_wide, long)
        slope = (levels[..., LEVEL : LEVEL + 1] - quarter) / 13
        trend = levels[..., :1] + slope * self.damped
        flat = [level.expand(-1, -1, HORIZON) for level in levels.split(1, dim=-1)]
        return torch.stack([*flat, trend, *seasonal, *lifted, two_years, rhythm], dim=-1)

    def _features(
        self, seen: Tensor, mask: Tensor, levels: Tensor, candidates: Tensor, deviation: Tensor, noise: Tensor
    ) -> Tensor:
        level = levels[..., LEVEL : LEVEL + 1]
        ahead = squashed((candidates[..., len(HALF_LIVES) :] - level[..., None]) / noise[..., None]).flatten(-2)
        around = squashed((levels - level) / noise)
        latest = squashed((seen[..., -YEAR:] - level) / noise) * mask[..., -YEAR:]
        presence = mask.unflatten(-1, (13, CONTEXT // 13)).mean(-1)
        yearly = _change(seen, mask, YEAR, deviation)
        zeros = (mask * (seen <= 0)).sum(-1, keepdim=True) / mask.sum(-1, keepdim=True).clamp(min=1)
        peak = torch.log1p(seen.amax(-1, keepdim=True))
        ratios = [
            torch.log(noise),
            torch.log(deviation),
            torch.log(yearly.clamp(min=SMALLEST_NOISE)),
            torch.log(level.abs() + 1e-2),
        ]
        shares = [zeros, peak, mask.mean(-1, keepdim=True)]
        return torch.cat([ahead, around, latest, presence, *ratios, *shares], dim=-1)


def squashed(value: Tensor) -> Tensor:
    """The inverse hyperbolic sine, spelled out because the ONNX exporter lacks it: straight near zero, a logarithm far out."""
    return torch.sign(value) * torch.log(value.abs() + torch.sqrt(value * value + 1))


def _around(lag: int, bandwidth: float) -> Tensor:
    """[CONTEXT, HORIZON] weights of the past weeks near `lag` weeks before each week ahead."""
    week, target = torch.arange(CONTEXT)[:, None], CONTEXT + torch.arange(HORIZON)[None] - lag
    return torch.exp(-0.5 * ((week - target) / bandwidth) ** 2)


def _every_quarter(bandwidth: float) -> Tensor:
    """The weeks a whole number of quarters before each week ahead: where the month's pay days fell."""
    lead = torch.arange(1, HORIZON + 1)
    return torch.stack([_around(lag, bandwidth) * (lead <= lag) for lag in QUARTERS]).sum(0)


def _weighted(seen: Tensor, mask: Tensor, weights: Tensor, otherwise: Tensor) -> Tensor:
    """Masked weighted means, drawn to `otherwise` where hardly a week was seen."""
    prior = PRIOR_WEIGHT * (weights.amax(0) if weights.shape[1] == HORIZON else 1e-12 * torch.ones_like(weights[0]))
    return (seen @ weights + prior * otherwise) / (mask @ weights + prior)


def _change(seen: Tensor, mask: Tensor, lag: int, otherwise: Tensor) -> Tensor:
    """Mean absolute change over `lag` weeks; half the deviation stands in where no such pair was seen."""
    both = mask[..., lag:] * mask[..., :-lag]
    change = ((seen[..., lag:] - seen[..., :-lag]).abs() * both).sum(-1, keepdim=True)
    return (change + 0.1 * otherwise) / (both.sum(-1, keepdim=True) + 0.1)
