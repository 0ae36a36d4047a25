"""Weekly series, and the windows that are cut from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from vigia_demand.contract import CHANNELS, CONTEXT, HORIZON, MINIMUM_WEEKS, YEAR

Array = np.ndarray
HISTORY = 208  # weeks that the statistical methods are given; more costs time and taught them nothing


@dataclass(frozen=True)
class Series:
    """One product in one region: a row a week, a column a channel."""

    name: str
    values: Array  # float [weeks, channels], 0 where not observed
    observed: Array  # bool [weeks, channels]

    @property
    def weeks(self) -> int:
        return len(self.values)

    def until(self, week: int) -> "Series":
        return Series(self.name, self.values[:week], self.observed[:week])


def units_only(name: str, units: Sequence[float]) -> Series:
    """A series whose revenue nobody recorded; a NaN is a week that was not observed."""
    units = np.asarray(units, dtype=float)
    observed = np.stack([np.isfinite(units), np.zeros(len(units), bool)], axis=1)
    return Series(name, np.where(observed, np.stack([units, units], axis=1), 0.0), observed)


@dataclass(frozen=True)
class Windows:
    """Pasts with what came after them; every array's first axis counts windows."""

    names: Array
    kinds: Array
    origins: Array  # weeks of history that the series had at the origin
    values: Array  # float32 [n, CONTEXT, channels], padded on the left
    observed: Array  # float32, 1 where seen
    future: Array  # float32 [n, HORIZON, channels]
    future_observed: Array
    history: Array  # float [n, HISTORY] units, NaN where not observed, padded on the left
    scale: Array  # float [n, channels], the error of the seasonal naive method inside the past

    def __len__(self) -> int:
        return len(self.names)

    def take(self, index: Array) -> "Windows":
        return Windows(*(getattr(self, f.name)[index] for f in fields(self)))


def left_padded(block: Array, length: int, fill: float = 0.0) -> Array:
    block = block[-length:]
    padding = np.full((length - len(block), *block.shape[1:]), fill, dtype=block.dtype)
    return np.concatenate([padding, block])


def seasonal_error(values: Array, observed: Array) -> float:
    """Mean absolute difference to a year ago, or to the last week where half a year of such pairs is missing."""
    for lag, needed in ((YEAR, HORIZON), (1, 2)):
        both = observed[lag:] & observed[:-lag]
        if both.sum() >= needed:
            error = np.abs(values[lag:] - values[:-lag])[both].mean()
            if error > 0:
                return float(error)
    return float("nan")


def kind_of(units: Array, observed: Array) -> str:
    """Syntetos and Boylan's four kinds: how often there is demand, and how much its size varies."""
    seen = units[observed]
    sizes = seen[seen > 0]
    if len(sizes) < 2:
        return "lumpy"
    interval, variation = len(seen) / len(sizes), (sizes.std() / sizes.mean()) ** 2
    often, steady = interval < 1.32, variation < 0.49
    return {(True, True): "smooth", (True, False): "erratic", (False, True): "intermittent"}.get((often, steady), "lumpy")


def window(series: Series, origin: int) -> dict[str, object]:
    """What is known at `origin`, and the weeks after it."""
    past, end = series.until(origin), min(origin + HORIZON, series.weeks)
    future = np.zeros((HORIZON, len(CHANNELS)))
    future_observed = np.zeros((HORIZON, len(CHANNELS)), bool)
    future[: end - origin], future_observed[: end - origin] = series.values[origin:end], series.observed[origin:end]
    units, seen = past.values[:, 0], past.observed[:, 0]
    return {
        "names": series.name,
        "kinds": kind_of(units, seen),
        "origins": origin,
        "values": left_padded(past.values, CONTEXT).astype(np.float32),
        "observed": left_padded(past.observed, CONTEXT).astype(np.float32),
        "future": future.astype(np.float32),
        "future_observed": future_observed.astype(np.float32),
        "history": left_padded(np.where(seen, units, np.nan), HISTORY, np.nan),
        "scale": np.array([seasonal_error(past.values[:, c], past.observed[:, c]) for c in range(len(CHANNELS))]),
    }


def enough(series: Series, origin: int) -> bool:
    """Whether the model would be asked here at all: enough weeks before, and something sold in them."""
    units, seen = series.values[:origin, 0][-CONTEXT:], series.observed[:origin, 0][-CONTEXT:]
    return bool(seen.sum() >= MINIMUM_WEEKS and np.any(units > 0))


def cut(series: Iterable[Series], steps_back: Sequence[int], minimum: int = MINIMUM_WEEKS) -> Windows:
    """Windows whose origin lies `steps_back` weeks before each series' end: the rolling origin."""
    rows = [
        window(one, one.weeks - back)
        for one in series
        for back in steps_back
        if one.weeks - back >= minimum and enough(one, one.weeks - back)
    ]
    return stack(rows)


def stack(rows: list[dict[str, object]]) -> Windows:
    if not rows:
        raise ValueError("No window could be cut: every series is shorter than the weeks held back.")
    return Windows(**{f.name: np.stack([np.asarray(row[f.name]) for row in rows]) for f in fields(Windows)})
