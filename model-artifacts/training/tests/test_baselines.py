import numpy as np
import pytest
from conftest import SEED

from vigia_demand.baselines import METHODS, auto_arima, filled, light_gbm, statistical
from vigia_demand.contract import HORIZON, QUANTILES
from vigia_demand.measure import kept
from vigia_demand.metrics import point
from vigia_demand.series import cut, units_only


@pytest.fixture(scope="module")
def series():
    rng = np.random.default_rng(SEED)
    return [units_only(f"s{i}", 50 + 20 * np.sin(np.arange(180) * 2 * np.pi / 52) + rng.normal(0, 1, 180)) for i in range(4)]


@pytest.fixture(scope="module")
def windows(series):
    return cut(series, (26,))


@pytest.mark.parametrize("name", METHODS)
def test_should_give_ordered_quantiles_when_a_method_is_run(windows, name):
    # Given, When
    forecast, seconds = statistical(name, windows)
    # Then
    assert forecast.quantiles.shape == (4, HORIZON, len(QUANTILES))
    assert (np.diff(forecast.quantiles, axis=-1) >= 0).all()
    assert seconds > 0


def test_should_repeat_last_year_when_the_method_is_seasonal_naive(windows):
    # Given, When
    forecast, _ = statistical("seasonal naive", windows)
    # Then
    np.testing.assert_allclose(forecast.mean, windows.values[:, 52:78, 0], rtol=1e-6)


def test_should_bridge_gaps_when_a_method_knows_no_mask():
    assert filled(np.array([np.nan, 1, np.nan, 3])).tolist() == [1, 2, 3]


def test_should_stop_when_the_time_is_used_up(windows):
    # Given, When
    reached, forecast, _ = auto_arima(windows, seconds=0.0001)
    # Then
    assert len(reached) == len(forecast.mean) == 1


def test_should_beat_the_mean_when_light_gbm_sees_a_season(series, windows):
    # Given
    past = [one.until(one.weeks - HORIZON) for one in series]
    actual = windows.future[..., 0]
    # When
    forecast, _ = light_gbm(windows, past, SEED)
    # Then
    mean = windows.values[..., 0].mean(axis=1, keepdims=True)
    assert np.abs(forecast.median - actual).mean() < 0.5 * np.abs(mean - actual).mean()


def test_should_not_compute_again_when_forecasts_were_kept(tmp_path):
    # Given
    calls = []

    def make():
        calls.append(1)
        return point(np.ones((2, HORIZON))), 3.0

    # When
    first, second = (kept(tmp_path / "one.npz", make) for _ in range(2))
    # Then
    assert len(calls) == 1
    assert np.array_equal(first[0].mean, second[0].mean)
    assert second[1] == 3.0
