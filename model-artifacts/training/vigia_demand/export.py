"""Exports weights to ONNX with the contract beside them: model.onnx, model.yaml, golden.json.

python -m vigia_demand.export --weights DIR --out ../demand --version 1.0.0 [--half]
"""

import argparse
import hashlib
import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import yaml

from vigia_demand.contract import CHANNELS, CONTEXT, HORIZON, MINIMUM_WEEKS, QUANTILES
from vigia_demand.golden import HALF_TOLERANCE, TOLERANCE, golden_record, golden_windows, worst_difference
from vigia_demand.model import DemandModel
from vigia_demand.series import Array
from vigia_demand.sets import UNSEEN

OPSET = 18
BATCHES = (1, 7, 1000)
INPUTS = ("values", "observed", "region")
OUTPUTS = ("mean", "quantiles")
Windows = tuple[Array, Array, Array]
APPLIES_TO = (
    "Weekly units and revenue of a product in a region, 8 weeks of history and up, of any size; "
    "weeks that were not observed are masked."
)
UNTUNED, TUNED = " Trained on no company's data.", " Tuned on its owner's history."


def to_onnx(model: DemandModel, path: Path) -> None:
    """One graph for any batch; the time axis is fixed, since patches are cut from it by position."""
    example = tuple(torch.from_numpy(part[:2]) for part in golden_windows())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of sizes that become constants: they are constants
        torch.onnx.export(
            model.eval(), example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), opset_version=OPSET,
            dynamic_axes={name: {0: "N"} for name in (*INPUTS, *OUTPUTS)}, dynamo=False,
        )  # fmt: skip
    onnx.checker.check_model(onnx.load(path), full_check=True)


def session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def score(path: Path, windows: Windows) -> tuple[Array, Array]:
    mean, quantiles = session(path).run(list(OUTPUTS), dict(zip(INPUTS, windows, strict=True)))
    return mean, quantiles


def parity(model: DemandModel, path: Path) -> dict[int, float]:
    """The largest relative difference between PyTorch and the file, for each batch size."""
    return {batch: _difference(model, path, repeated(batch)) for batch in BATCHES}


def repeated(batch: int) -> Windows:
    """The golden windows over and over, each time a little larger, so that no two rows are equal."""
    values, observed, region = golden_windows()
    index = np.arange(batch) % len(values)
    growth = (1 + 0.001 * np.arange(batch, dtype=np.float32))[:, None, None]
    return values[index] * growth, observed[index], region[index]


@torch.no_grad()
def _difference(model: DemandModel, path: Path, windows: Windows) -> float:
    expected = [part.numpy() for part in model(*map(torch.from_numpy, windows))]
    found = score(path, windows)
    return max(worst_difference(one, other, windows[0]) for one, other in zip(expected, found, strict=True))


def manifest(path: Path, version: str, half: bool, parameters: int, story: Mapping[str, object]) -> dict[str, object]:
    """What model.yaml says; `story` holds what only training, fine-tuning and evaluation know."""
    return {
        "format": 1,
        "kind": "demand",
        "name": "vigia-demand",
        "version": version,
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "opset": OPSET,
        "precision": "fp16" if half else "fp32",
        "context": CONTEXT,
        "horizon": HORIZON,
        "channels": list(CHANNELS),
        "quantiles": list(QUANTILES),
        "regions": [],
        "minimumWeeks": MINIMUM_WEEKS,
        "inputs": [
            {"name": "values", "type": "float32", "shape": ["N", CONTEXT, len(CHANNELS)]},
            {"name": "observed", "type": "float32", "shape": ["N", CONTEXT, len(CHANNELS)]},
            {"name": "region", "type": "int64", "shape": ["N"]},
        ],
        "outputs": [
            {"name": "mean", "type": "float32", "shape": ["N", HORIZON, len(CHANNELS)]},
            {"name": "quantiles", "type": "float32", "shape": ["N", HORIZON, len(CHANNELS), len(QUANTILES)]},
        ],
        "parameters": parameters,
        **story,
        "golden": "golden.json",
    }


def export(model: DemandModel, out: Path, version: str, half: bool, story: Mapping[str, object]) -> dict[int, float]:
    """Writes one version folder and gives its parity with PyTorch."""
    folder = out / (f"{version}-fp16" if half else version)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.onnx"
    to_onnx(model.halved() if half else model, path)
    windows = golden_windows()
    record = golden_record(windows, *score(path, windows), HALF_TOLERANCE if half else TOLERANCE)
    (folder / "golden.json").write_text(json.dumps(record, separators=(",", ":")) + "\n")
    contract = manifest(path, folder.name, half, model.parameter_count(), story)
    (folder / "model.yaml").write_text(yaml.safe_dump(contract, sort_keys=False, allow_unicode=True, width=120))
    return parity(model, path)


def story(weights: Path) -> dict[str, object]:
    """What the manifest says beyond the file itself, from the notes that training and evaluation left beside the weights."""
    trained, judged = (_note(weights, name) for name in ("training.json", "evaluation.json"))
    purpose = APPLIES_TO + (TUNED if trained.get("tuned") else UNTUNED)
    return {"appliesTo": purpose, "trainedOn": trained.get("sets", []), "accuracy": accuracy(judged.get("sets", {}))}


def accuracy(sets: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[dict[str, object]]:
    return [
        {
            "set": name,
            "mase": round(sets[name]["Vigia"]["mase"], 3),
            "seasonalNaive": round(sets[name]["seasonal naive"]["mase"], 3),
            "coverage80": round(sets[name]["Vigia"]["coverage80"], 3),
        }
        for name in UNSEEN
        if name in sets
    ]


def _note(weights: Path, name: str) -> dict:
    path = weights / name
    return json.loads(path.read_text()) if path.exists() else {}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights")
    parser.add_argument("--out", type=Path, required=True, help="folder of all versions")
    parser.add_argument("--version", required=True)
    parser.add_argument("--half", action="store_true", help="float16, in a version folder of its own")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    model, regions = DemandModel.load(chosen.weights), chosen.weights / "regions.json"
    names = json.loads(regions.read_text()) if regions.exists() else []
    differences = export(model, chosen.out, chosen.version, chosen.half, {**story(chosen.weights), "regions": names})
    for batch, difference in differences.items():
        print(f"batch {batch:5}: largest relative difference to PyTorch in float32 {difference:.1e}")


if __name__ == "__main__":
    main()
