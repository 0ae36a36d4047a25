import numpy as np
import pytest

from vigia_demand.contract import HORIZON, QUANTILES
from vigia_demand.metrics import LEADS, Forecast, judge, pinball, point, summary
from vigia_demand.series import cut, units_only


@pytest.fixture
def windows():
    return cut([units_only("wave", 10 + 3 * np.sin(np.arange(300) * 2 * np.pi / 52))], (26, 52))


def test_should_find_no_error_when_the_forecast_is_what_came(windows):
    # Given, When
    figures = summary(judge(windows, point(windows.future[..., 0].astype(float))))
    # Then
    assert figures["mase"] == figures["wape"] == figures["wql"] == figures["smape"] == 0
    assert figures["coverage80"] == 1


def test_should_say_how_much_too_high_when_every_week_is_a_tenth_over(windows):
    # Given, When
    figures = summary(judge(windows, point(1.1 * windows.future[..., 0].astype(float))))
    # Then
    assert figures["bias"] == pytest.approx(0.1)
    assert figures["wape"] == pytest.approx(0.1)


def test_should_cover_nothing_when_the_interval_lies_elsewhere(windows):
    # Given
    quantiles = np.broadcast_to(100 + np.asarray(QUANTILES), (2, HORIZON, len(QUANTILES)))
    # When, Then
    assert summary(judge(windows, Forecast(quantiles.mean(-1), quantiles)))["coverage80"] == 0


def test_should_judge_only_the_lead_times_asked_for(windows):
    # Given
    mean = windows.future[..., 0].astype(float)
    mean[:, 13:] += 5
    # When
    errors = {name: judge(windows, point(mean), lead=lead)["error"].sum() for name, lead in LEADS.items()}
    # Then
    assert errors["1-4"] == errors["5-13"] == 0
    assert errors["14-26"] > 0


def test_should_be_the_absolute_error_when_all_quantiles_are_one_point():
    assert pinball(np.array([3.0]), np.full((1, 9), 5.0)) == pytest.approx(2.0)
