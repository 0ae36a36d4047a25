import numpy as np
import pytest

from vigia_demand.contract import CONTEXT, HORIZON
from vigia_demand.series import cut, kind_of, seasonal_error, units_only


def test_should_show_only_the_past_when_a_window_is_cut():
    # Given
    series = units_only("one", np.arange(200.0) + 1)
    # When
    windows = cut([series], (26, 52))
    # Then
    assert windows.values[0, -1, 0] == 174
    assert windows.future[0, 0, 0] == 175
    assert windows.origins.tolist() == [174, 148]


def test_should_pad_on_the_left_when_the_history_is_short():
    # Given
    series = units_only("short", np.ones(40))
    # When
    windows = cut([series], (HORIZON,))
    # Then
    assert windows.observed[0, :, 0].tolist() == [0] * (CONTEXT - 14) + [1] * 14
    assert windows.observed[0, :, 1].sum() == 0


def test_should_leave_out_a_series_when_fewer_than_eight_weeks_are_known():
    # Given
    series = units_only("newborn", np.ones(HORIZON + 7))
    # When, Then
    with pytest.raises(ValueError, match="No window"):
        cut([series], (HORIZON,))


def test_should_leave_out_a_series_when_most_of_its_weeks_are_masked():
    # Given
    weeks = np.ones(HORIZON + 60)
    weeks[:53] = np.nan
    # When, Then
    with pytest.raises(ValueError, match="No window"):
        cut([units_only("hidden", weeks)], (HORIZON,))


def test_should_mask_a_week_when_it_was_not_observed():
    # Given
    weeks = np.ones(60)
    weeks[10] = np.nan
    # When
    series = units_only("gap", weeks)
    # Then
    assert not series.observed[10, 0]
    assert series.values[10, 0] == 0


def test_should_scale_by_the_year_ago_only_when_half_a_year_of_pairs_is_there():
    # Given
    short, long = np.arange(60.0), np.arange(120.0)
    # When, Then
    assert seasonal_error(short, np.ones(60, bool)) == 1
    assert seasonal_error(long, np.ones(120, bool)) == 52


@pytest.mark.parametrize(
    ("units", "kind"),
    [([5, 5, 6, 5], "smooth"), ([1, 20, 1, 30], "erratic"), ([0, 0, 4, 0, 4], "intermittent"), ([0, 0, 1, 0, 30], "lumpy")],
)
def test_should_name_the_kind_when_demand_is_rare_or_uneven(units, kind):
    assert kind_of(np.array(units, float), np.ones(len(units), bool)) == kind
