import json

import numpy as np
import onnxruntime
import pandas as pd
import pytest
import yaml
from conftest import SEED

from vigia_demand import card, evaluate, export, measure, pretrain, tiny
from vigia_demand.sets import SETS

WEEKS = 240


@pytest.fixture(scope="module")
def all_data(data):
    """The sets of the shared folder, and small ones in the form of the others."""
    rng = np.random.default_rng(SEED)
    wave = 1000 + 200 * np.sin(np.arange(WEEKS) * 2 * np.pi / 52)
    juice = pd.DataFrame({"store": 2, "brand": 1, "week": np.arange(40, 161), "logmove": rng.normal(9, 0.3, 121)})
    juice = juice.assign(**{f"price{brand}": 0.05 for brand in range(1, 12)})
    juice.to_csv(data / "orange_juice.csv.gz", index=False)
    pd.DataFrame([wave, wave * 2], index=["W1", "W2"]).to_csv(data / "m4_weekly_train.csv.gz")
    days = pd.date_range("2013-01-05", periods=WEEKS * 7)
    daily = np.repeat(wave / 7, 7) + rng.normal(0, 5, WEEKS * 7)
    pd.DataFrame({"date": days, "CA": daily, "TX": daily, "WI": daily}).to_csv(data / "m5_store_sales_daily.csv.gz", index=False)
    shops = [pd.DataFrame({"date": days, "store_nbr": shop, "transactions": daily}) for shop in (1, 2)]
    pd.concat(shops).to_csv(data / "favorita_transactions.csv.gz", index=False)
    return data


@pytest.fixture
def quick(monkeypatch):
    """Fewer series and one fast method: the way is what is tested."""
    monkeypatch.setattr(tiny, "SMALL", ["--series", "64", "--steps", "2", "--batch", "16", "--patch", "52", "--width", "8"])
    monkeypatch.setattr(tiny, "TUNING_STEPS", "0")


def test_should_go_from_data_to_card_when_everything_is_tiny(all_data, quick, tmp_path):
    # Given, When
    tiny.run(all_data, tmp_path)
    # Then
    folder = tmp_path / "demand" / tiny.VERSION
    contract = yaml.safe_load((folder / "model.yaml").read_text())
    text = (folder / "CARD.md").read_text()
    assert onnxruntime.InferenceSession(folder / "model.onnx").get_inputs()[0].name == "values"
    assert {one["set"] for one in contract["accuracy"]} == {"orange-juice", "m4-weekly", "m5-stores", "favorita"}
    assert all(one.title in text for one in SETS)
    assert {path.name for path in folder.glob("*.png")} == {"accuracy.png", "calibration.png", "examples.png"}
    assert (tmp_path / "cache" / "runs.db").exists()
    assert (tmp_path / "demand" / f"{tiny.VERSION}-fp16" / "CARD.md").exists()


def test_should_note_what_was_learned_from_when_pretraining_ends(all_data, tmp_path):
    # Given
    options = ["--data", all_data, "--cache", tmp_path, "--out", tmp_path / "weights"]
    # When
    pretrain.main([*map(str, options), "--series", "32", "--steps", "1", "--batch", "8", "--width", "8", "--patch", "52"])
    # Then
    note = json.loads((tmp_path / "weights" / "training.json").read_text())
    assert note["sets"][0]["name"] == "synthetic prior"
    assert len(note["sets"]) == 1 + sum(one.trainable for one in SETS)


@pytest.mark.parametrize("step", [card, evaluate, export, measure, pretrain, tiny])
def test_should_explain_itself_when_asked(step, capsys):
    # Given, When
    with pytest.raises(SystemExit) as ended:
        step.main(["--help"])
    # Then
    assert ended.value.code == 0
    assert "python -m vigia_demand" in capsys.readouterr().out
