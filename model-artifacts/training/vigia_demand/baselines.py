"""The methods that the model is measured against, through statsforecast and LightGBM."""

import time
import warnings
from collections.abc import Callable

import lightgbm
import numpy as np
import pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import TSB, AutoARIMA, AutoETS, AutoTheta, CrostonSBA, Naive, SeasonalNaive, WindowAverage

from vigia_demand.contract import CONTEXT, HORIZON, QUANTILES, YEAR
from vigia_demand.metrics import Forecast, point
from vigia_demand.series import Array, Series, Windows, cut

LEVELS = (20, 40, 60, 80)
METHODS: dict[str, Callable[[], object]] = {
    "seasonal naive": lambda: SeasonalNaive(YEAR),
    "naive": Naive,
    "moving average": lambda: WindowAverage(13),
    "Croston": CrostonSBA,
    "TSB": lambda: TSB(0.2, 0.2),
    "AutoETS": lambda: AutoETS(YEAR),
    "AutoTheta": lambda: AutoTheta(YEAR),
}
WITHOUT_INTERVALS = {"moving average", "Croston", "TSB"}


def filled(history: Array) -> Array:
    """The history from its first observed week on, gaps bridged by straight lines: these methods know no masks."""
    known = np.flatnonzero(np.isfinite(history))
    return np.interp(np.arange(known[0], len(history)), known, history[known])


def long_table(windows: Windows) -> pd.DataFrame:
    parts = [filled(history) for history in windows.history]
    return pd.DataFrame(
        {
            "unique_id": np.repeat(np.arange(len(parts)), [len(part) for part in parts]),
            "ds": np.concatenate([np.arange(len(part)) for part in parts]),
            "y": np.concatenate(parts),
        }
    )


def statistical(name: str, windows: Windows) -> tuple[Forecast, float]:
    """A method's forecasts and its seconds per 1,000 windows."""
    return run_model(METHODS[name](), windows, name not in WITHOUT_INTERVALS)


def run_model(model: object, windows: Windows, interval: bool) -> tuple[Forecast, float]:
    start = time.perf_counter()
    engine = StatsForecast(models=[model], freq=1, n_jobs=1, fallback_model=Naive())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # statsforecast tells of every short season
        table = engine.forecast(df=long_table(windows), h=HORIZON, level=list(LEVELS) if interval else None)
    seconds = (time.perf_counter() - start) * 1000 / len(windows)
    return _from_table(table, str(model), interval, windows), seconds


def _from_table(table: pd.DataFrame, column: str, interval: bool, windows: Windows) -> Forecast:
    def block(name: str) -> Array:
        return table[name].to_numpy(float).reshape(len(windows), HORIZON)

    # Seasonal naive has no year to repeat in half a year of history: it repeats the last week there.
    last = np.array([filled(history)[-1] for history in windows.history])[:, None]
    mean = np.where(np.isfinite(block(column)), block(column), last)
    if not interval:
        return point(mean)
    low = [block(f"{column}-lo-{level}") for level in reversed(LEVELS)]
    high = [block(f"{column}-hi-{level}") for level in LEVELS]
    quantiles = np.stack([*low, mean, *high], axis=-1)
    quantiles = np.where(np.isfinite(quantiles), quantiles, mean[..., None])
    return Forecast(np.maximum(mean, 0), np.sort(np.maximum(quantiles, 0), axis=-1))


def auto_arima(windows: Windows, seconds: float) -> tuple[Array, Forecast, float]:
    """AutoARIMA with its yearly season, window after window until the time is used up; also which it reached."""
    start, done, parts = time.perf_counter(), [], []
    for index in range(len(windows)):
        if time.perf_counter() - start > seconds:
            break
        parts.append(run_model(AutoARIMA(season_length=YEAR, approximation=True), windows.take(np.array([index])), True)[0])
        done.append(index)
    pace = (time.perf_counter() - start) * 1000 / len(done)
    joined = Forecast(np.concatenate([p.mean for p in parts]), np.concatenate([p.quantiles for p in parts]))
    return np.array(done), joined, pace


LAGS = (0, 1, 2, 3, 4, 7, 12, 25, 51)


def light_gbm(windows: Windows, past: list[Series], seed: int) -> tuple[Forecast, float]:
    """One global LightGBM for each quantile, learned on the set's own past; every lead time is a row.

    The rows hold lags, means, and the same week a year ago, all divided by the window's mean.
    """
    learned = cut(past, tuple(range(HORIZON, 3 * YEAR, 6)), HORIZON)
    features, level = lead_rows(learned)
    target = learned.future[..., 0] / level
    seen = (learned.future_observed[..., 0] > 0).ravel()
    fits = [_fit_quantile(features[seen], target.ravel()[seen], quantile, seed) for quantile in QUANTILES]
    start = time.perf_counter()
    features, level = lead_rows(windows)
    columns = [fit.predict(features).reshape(len(windows), HORIZON) * level for fit in fits]
    quantiles = np.sort(np.maximum(np.stack(columns, axis=-1), 0), axis=-1)
    seconds = (time.perf_counter() - start) * 1000 / len(windows)
    return Forecast(quantiles.mean(axis=-1), quantiles), seconds


def lead_rows(windows: Windows) -> tuple[Array, Array]:
    units = np.where(windows.observed[..., 0] > 0, windows.values[..., 0], np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # means of weeks that nobody observed
        level = np.maximum(np.nanmean(units, axis=1, keepdims=True), 1e-9)
        units = units / level
        fixed = [units[:, -1 - lag] for lag in LAGS]
        fixed += [np.nanmean(units[:, -weeks:], axis=1) for weeks in (4, 13, YEAR)]
        fixed += [np.nanstd(units[:, -weeks:], axis=1) for weeks in (13, YEAR)]
        rows = [_one_lead(units, fixed, lead) for lead in range(HORIZON)]
    return np.stack(rows, axis=1).reshape(len(units) * HORIZON, -1), level


def _one_lead(units: Array, fixed: list[Array], lead: int) -> Array:
    year_ago, two_ago = CONTEXT - YEAR + lead, lead
    around = np.nanmean(units[:, year_ago - 2 : year_ago + 3], axis=1)
    return np.stack([*fixed, np.full(len(units), lead), units[:, year_ago], units[:, two_ago], around], axis=1)


def _fit_quantile(features: Array, target: Array, quantile: float, seed: int) -> lightgbm.LGBMRegressor:
    model = lightgbm.LGBMRegressor(
        objective="quantile", alpha=quantile, n_estimators=200, learning_rate=0.05, num_leaves=31,
        min_child_samples=50, subsample=0.8, subsample_freq=1, random_state=seed, n_jobs=1, verbose=-1,
    )  # fmt: skip
    return model.fit(features, target)
