import numpy as np

from vigia_demand.contract import CONTEXT
from vigia_demand.synthetic import WEEKS, synthesize

SERIES, SEED = 400, 3


def test_should_give_the_same_series_when_the_seed_is_the_same():
    # Given, When
    one, other, third = (synthesize(SERIES, seed)[0] for seed in (SEED, SEED, SEED + 1))
    # Then
    assert np.array_equal(one, other)
    assert not np.array_equal(one, third)


def test_should_be_finite_and_not_negative_when_any_part_is_extreme():
    # Given, When
    values, in_stock = synthesize(SERIES, SEED)
    # Then
    assert values.shape == (SERIES, WEEKS, 2)
    assert np.isfinite(values).all()
    assert (values >= 0).all()
    assert 0.9 < in_stock.mean() < 1


def test_should_have_revenue_exactly_when_something_was_sold():
    # Given, When
    values, _ = synthesize(SERIES, SEED)
    # Then
    assert np.array_equal(values[..., 0] > 0, values[..., 1] > 0)


def test_should_be_varied_when_many_are_drawn():
    # Given
    units = synthesize(SERIES, SEED)[0][:, :CONTEXT, 0]
    # When
    zeros = (units == 0).mean(axis=1)
    year = np.array([np.corrcoef(one[:52], one[52:])[0, 1] for one in units if one[:52].std() > 0 and one[52:].std() > 0])
    # Then
    assert (zeros > 0.5).sum() > SERIES / 20
    assert (zeros == 0).sum() > SERIES / 3
    assert (year > 0.5).sum() > SERIES / 10
    assert (np.abs(year) < 0.2).sum() > SERIES / 10
