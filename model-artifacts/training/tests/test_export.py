import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
import yaml

from vigia_demand.contract import CONTEXT, HORIZON
from vigia_demand.export import export, score
from vigia_demand.golden import TOLERANCE, golden_windows, worst_difference

SHIPPED = sorted(Path(__file__).parents[2].glob("demand/*/model.yaml"))


@pytest.fixture(scope="session")
def exported(model, tmp_path_factory):
    out = tmp_path_factory.mktemp("models")
    return {half: (out / f"0.0.1{'-fp16' * half}", export(model, out, "0.0.1", half, {})) for half in (False, True)}


def test_should_agree_with_pytorch_when_the_batch_is_1_7_or_1000(exported):
    # Given, When
    _, differences = exported[False]
    # Then
    assert set(differences) == {1, 7, 1000}
    assert max(differences.values()) < TOLERANCE


def test_should_fix_the_weeks_and_leave_the_batch_open(exported):
    # Given
    graph = onnx.load(exported[False][0] / "model.onnx").graph
    # When
    shapes = {
        one.name: [d.dim_param or d.dim_value for d in one.type.tensor_type.shape.dim] for one in (*graph.input, *graph.output)
    }
    # Then
    assert shapes == {
        "values": ["N", CONTEXT, 2],
        "observed": ["N", CONTEXT, 2],
        "region": ["N"],
        "mean": ["N", HORIZON, 2],
        "quantiles": ["N", HORIZON, 2, 9],
    }


def test_should_compute_in_halves_but_speak_in_floats_when_exported_as_fp16(exported):
    # Given
    graph = onnx.load(exported[True][0] / "model.onnx").graph
    # When
    weights = {w.name: w.data_type for w in graph.initializer if "backbone" in w.name or "head" in w.name}
    # Then
    assert set(weights.values()) == {onnx.TensorProto.FLOAT16}
    assert {one.type.tensor_type.elem_type for one in graph.output} == {onnx.TensorProto.FLOAT}


def test_should_stay_finite_when_sales_are_beyond_what_halves_can_hold(exported):
    # Given, When
    mean, quantiles = score(exported[True][0] / "model.onnx", golden_windows())
    # Then
    assert np.isfinite(mean).all()
    assert np.isfinite(quantiles).all()
    assert (np.diff(quantiles, axis=-1) >= 0).all()


def test_should_name_the_file_by_its_hash_in_the_manifest(exported):
    # Given
    folder, _ = exported[False]
    # When
    contract = yaml.safe_load((folder / "model.yaml").read_text())
    # Then
    assert contract["sha256"] == hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    assert contract["version"] == folder.name


def test_should_give_the_same_file_when_exported_twice(model, exported, tmp_path):
    # Given, When
    export(model, tmp_path, "0.0.1", False, {})
    # Then
    assert (tmp_path / "0.0.1" / "model.onnx").read_bytes() == (exported[False][0] / "model.onnx").read_bytes()


def test_should_see_a_difference_when_one_number_is_off():
    # Given
    values = golden_windows()[0]
    expected = np.ones((len(values), HORIZON, 2), np.float32)
    found = expected.copy()
    found[3, 5, 1] += 0.1
    # When, Then
    assert worst_difference(expected, expected, values) == 0
    assert worst_difference(expected, found, values) > TOLERANCE


@pytest.mark.parametrize("manifest", SHIPPED, ids=lambda path: path.parent.name)
def test_should_score_its_golden_windows_when_a_model_is_shipped(manifest):
    # Given
    contract = yaml.safe_load(manifest.read_text())
    file = manifest.parent / contract["file"]
    golden = json.loads((manifest.parent / contract["golden"]).read_text())
    names = (("values", np.float32), ("observed", np.float32), ("region", np.int64))
    windows = tuple(np.array([one[name] for one in golden["windows"]], kind) for name, kind in names)
    # When
    found = score(file, windows)
    # Then
    assert hashlib.sha256(file.read_bytes()).hexdigest() == contract["sha256"]
    for name, block in zip(("mean", "quantiles"), found, strict=True):
        expected = np.array([one[name] for one in golden["windows"]])
        assert worst_difference(expected, block, windows[0]) < golden["tolerance"]


def test_should_ship_weights_below_a_million(model):
    for manifest in SHIPPED:
        assert yaml.safe_load(manifest.read_text())["parameters"] < 1_000_000


def test_should_be_deterministic_when_scored_twice(model):
    # Given
    windows = tuple(map(torch.from_numpy, golden_windows()))
    # When
    with torch.no_grad():
        one, other = model(*windows)[1], model(*windows)[1]
    # Then
    assert torch.equal(one, other)
