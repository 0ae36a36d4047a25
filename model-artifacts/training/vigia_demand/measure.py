"""Forecasts of every baseline on every set, kept on disk: they do not change with the model.

python -m vigia_demand.measure --data DIR --cache DIR
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from vigia_demand.baselines import METHODS, auto_arima, light_gbm, statistical
from vigia_demand.metrics import Forecast
from vigia_demand.series import Array, Windows
from vigia_demand.sets import SETS, DemandSet

ARIMA, LIGHT_GBM = "AutoARIMA", "LightGBM"
ARIMA_WINDOWS, SEED = 100, 20


def kept(path: Path, make: Callable[[], tuple[Forecast, float]]) -> tuple[Forecast, float]:
    """The forecasts in the file, or made now and written there."""
    if not path.exists():
        forecast, seconds = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(path, mean=forecast.mean, quantiles=forecast.quantiles, seconds=seconds)
    with np.load(path) as stored:
        return Forecast(stored["mean"], stored["quantiles"]), float(stored["seconds"])


def baselines(one: DemandSet, data: Path, cache: Path) -> dict[str, tuple[Forecast, float]]:
    """Every method that can judge all windows of the set."""
    windows = one.windows(data)
    found = {name: kept(_file(cache, one, name), lambda name=name: statistical(name, windows)) for name in METHODS}
    found[LIGHT_GBM] = kept(_file(cache, one, LIGHT_GBM), lambda: light_gbm(windows, one.past(data), SEED))
    return found


def arima(one: DemandSet, data: Path, cache: Path, seconds: float) -> tuple[Array, Forecast, float]:
    """AutoARIMA on the newest origin of up to 100 series, and which windows of the set it reached in time."""
    path = _file(cache, one, ARIMA)
    if not path.exists():
        chosen = arima_windows(one.windows(data))
        reached, forecast, pace = auto_arima(one.windows(data).take(chosen), seconds)
        np.savez_compressed(path, index=chosen[reached], mean=forecast.mean, quantiles=forecast.quantiles, seconds=pace)
    with np.load(path) as stored:
        return stored["index"], Forecast(stored["mean"], stored["quantiles"]), float(stored["seconds"])


def arima_windows(windows: Windows) -> Array:
    newest = {name: index for index, name in reversed(list(enumerate(windows.names)))}
    every = np.array(sorted(newest.values()))
    return np.random.default_rng(SEED).permutation(every)[:ARIMA_WINDOWS]


def _file(cache: Path, one: DemandSet, method: str) -> Path:
    return cache / "baselines" / f"{one.name}-{method.replace(' ', '-')}.npz"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--cache", type=Path, required=True, help="folder for forecasts, outside the repository")
    parser.add_argument("--arima-seconds", type=float, default=60, help="for each set")
    chosen = parser.parse_args(arguments)
    for one in SETS:
        for name, (_, seconds) in baselines(one, chosen.data, chosen.cache).items():
            print(f"{one.name:14} {name:16} {seconds:10.2f} s per 1,000 series", flush=True)
        reached, _, seconds = arima(one, chosen.data, chosen.cache, chosen.arima_seconds)
        print(f"{one.name:14} {ARIMA:16} {seconds:10.2f} s per 1,000 series, {len(reached)} series in time", flush=True)


if __name__ == "__main__":
    main()
