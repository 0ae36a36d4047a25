import json
from copy import deepcopy
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import torch
from conftest import SEED

from vigia_demand.batches import hide, real_pool, synthetic_pool
from vigia_demand.contract import CONTEXT, MINIMUM_WEEKS
from vigia_demand.export import story
from vigia_demand.finetune import PLAN, finetune, learned_from, name_regions, read_history, select
from vigia_demand.series import units_only
from vigia_demand.synthetic import synthesize
from vigia_demand.train import Plan, learn, loss_of, rate_at

QUICK = replace(PLAN, steps=12, batch=16, warmup=2)


def quiet(step, loss):
    """Nobody listens in a test."""


@pytest.fixture
def series():
    rng = np.random.default_rng(SEED)
    return [units_only(f"s{i}", rng.poisson(20, 160)) for i in range(3)]


def changed(before, after):
    return {name for name, tensor in after.state_dict().items() if not torch.equal(tensor, before.state_dict()[name])}


def test_should_learn_when_it_sees_the_same_demand_again_and_again(model):
    # Given
    pool = synthetic_pool(*synthesize(64, SEED))
    batch = pool.batch(np.arange(64), None)
    # When
    learned = learn(deepcopy(model), iter([batch] * 60), Plan(steps=60, warmup=5, average=0.5, rate=3e-3), quiet)
    # Then
    assert loss_of(learned, batch).item() < 0.9 * loss_of(model, batch).item()


def test_should_change_only_fc1_and_fc2_when_fine_tuning_is_selective(model, series):
    # Given
    trained = set(select(deepcopy(model)))
    # When
    tuned = finetune(model, series, {}, selective=True, plan=QUICK)
    # Then
    assert trained
    assert changed(model, tuned) == trained
    assert all(".fc1." in name or ".fc2." in name for name in trained)


def test_should_change_every_mixer_and_the_head_when_fine_tuning_is_full(model, series):
    # Given, When
    tuned = finetune(model, series, {}, selective=False, plan=QUICK)
    # Then
    assert {name for name in changed(model, tuned) if name.startswith("head.")} == {
        name for name, _ in model.named_parameters() if name.startswith("head.")
    }


def test_should_leave_the_base_alone_when_a_copy_is_tuned(model, series):
    # Given
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    # When
    finetune(model, series, {}, selective=False, plan=QUICK)
    # Then
    assert all(torch.equal(before[name], tensor) for name, tensor in model.state_dict().items())


def test_should_tune_alike_when_the_seed_is_the_same(model, series):
    # Given, When
    one, other = (finetune(model, series, {}, selective=False, plan=QUICK) for _ in range(2))
    # Then
    assert not changed(one, other)


def test_should_keep_the_newest_eight_weeks_when_hiding_at_random():
    # Given
    values, in_stock = synthesize(500, SEED)
    observed = np.repeat(in_stock[..., None], 2, axis=2)
    # When
    shown = hide(values, observed, np.random.default_rng(SEED))
    # Then
    newest = slice(CONTEXT - MINIMUM_WEEKS, None)
    assert np.array_equal(shown[:, newest, 0], observed[:, newest, 0])
    assert not (shown & ~observed).any()
    assert 0.3 < shown[:, :CONTEXT, 0].mean() < 0.9


def test_should_pad_short_series_when_they_are_cut_into_stretches():
    # Given, When
    pool = real_pool([units_only("short", np.ones(40))], step=1)
    # Then
    assert len(pool) == 7
    assert pool.observed[0, :, 0].sum() == 40


def test_should_number_the_regions_when_a_history_is_read(tmp_path):
    # Given
    file = tmp_path / "history.csv"
    weeks = pd.date_range("2024-01-01", periods=30, freq="7D")
    rows = pd.DataFrame({"product": "P", "region": "SP", "week": weeks, "units": 3.0, "revenue": 9.0})
    pd.concat([rows, rows.assign(region="BA").drop(index=4)]).to_csv(file, index=False)
    # When
    series, regions, names = read_history(file)
    # Then
    assert names == ["BA", "SP"]
    assert regions == {"P|BA": 1, "P|SP": 2}
    assert not series[0].observed[4].any()
    assert series[1].observed.all()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("product,region,units\nA,SP,1\n", "lacks the column week"),
        ("product,region,week,units\nA,SP,2025-01-06,1\nA,SP,2025-01-06,2\n", "A, SP, 2025-01-06 twice"),
        ("product,region,week,units\nA,SP,2025-01-06,1\nA,SP,2025-01-14,2\n", "begin on Monday and on Tuesday"),
    ],
)
def test_should_say_what_is_wrong_when_a_history_is_unclear(tmp_path, text, words):
    file = tmp_path / "history.csv"
    file.write_text(text)
    with pytest.raises(SystemExit, match=words):
        read_history(file)


def test_should_count_a_week_as_zero_when_more_came_back_than_was_sold(tmp_path):
    file = tmp_path / "history.csv"
    file.write_text("product,region,week,units\nA,SP,2025-01-06,-5\nA,SP,2025-01-13,3\n")
    series, _, _ = read_history(file)
    assert series[0].values[:, 0].tolist() == [0, 3]


def test_should_stop_when_the_loss_is_no_number(model, series):
    broken = deepcopy(model)
    next(broken.parameters()).data.fill_(float("nan"))
    with pytest.raises(FloatingPointError, match="step 1"):
        finetune(broken, series, {}, selective=False, plan=QUICK)


def test_should_name_the_owners_history_when_weights_were_tuned_on_it(tmp_path, series):
    (tmp_path / "training.json").write_text(json.dumps({"sets": [{"name": "synthetic prior"}]}))
    note = learned_from(tmp_path, series)
    (tmp_path / "training.json").write_text(json.dumps(note))
    told = story(tmp_path)
    assert [each["name"] for each in told["trainedOn"]] == ["synthetic prior", "its owner's history"]
    assert "no company" not in told["appliesTo"]


def test_should_refuse_when_there_are_more_regions_than_the_model_knows(model):
    with pytest.raises(ValueError, match="group them"):
        name_regions(deepcopy(model), [str(number) for number in range(4)])


def test_should_rise_then_fall_when_the_rate_is_planned():
    # Given
    plan = Plan(steps=1000, warmup=100)
    # When
    rates = [rate_at(step, plan) for step in range(1000)]
    # Then
    assert np.argmax(rates) in (99, 100)
    assert rates[0] < 0.02
    assert rates[-1] < 0.01
