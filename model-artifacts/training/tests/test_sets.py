import pandas as pd
import pytest

from vigia_demand.sets import HELD_OUT_WEEKS, SETS, UNSEEN, by_name


def test_should_learn_only_from_sets_whose_licence_allows_it(data):
    # Given
    unseen = [by_name(name) for name in UNSEEN]
    # When, Then
    assert {one.name for one in SETS if one.trainable} == {"uci", "gasoline", "ilinet"}
    for one in unseen:
        with pytest.raises(ValueError, match="for evaluation only"):
            one.training(data)


def test_should_never_judge_what_was_learned_when_a_set_serves_for_both(data):
    # Given
    uci = by_name("uci")
    # When
    learned = {series.name for series in uci.training(data)}
    judged = {series.name for series in uci.judged(data)}
    # Then
    assert learned
    assert judged
    assert not learned & judged


def test_should_hold_back_the_last_years_when_a_set_is_one_long_series(data):
    # Given
    gasoline = by_name("gasoline")
    # When
    learned, whole = gasoline.training(data)[0], gasoline.read(data)[0]
    # Then
    assert learned.weeks == whole.weeks - HELD_OUT_WEEKS
    assert max(gasoline.steps_back) <= HELD_OUT_WEEKS


def test_should_run_forwards_in_time_when_the_file_runs_backwards(data):
    # Given, When
    weeks = by_name("gasoline").read(data)[0].values[:, 0]
    # Then
    assert weeks[0] == pytest.approx(pd.read_csv(data / "us_gasoline.csv.gz")["Gasoline"].iloc[-1])


def test_should_name_what_is_known_when_a_set_is_not():
    with pytest.raises(ValueError, match="gasoline"):
        by_name("petrol")
