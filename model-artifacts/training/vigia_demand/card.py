"""Writes the card of a version from what training and evaluation noted down: no figure in it is typed by hand.

python -m vigia_demand.card --weights DIR --data DIR --out ../demand --version 1.0.0
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from vigia_demand import plots
from vigia_demand.evaluate import ARIMA, FULL, MODEL, NAIVE, Figures
from vigia_demand.export import BATCHES, parity, repeated, score
from vigia_demand.measure import LIGHT_GBM
from vigia_demand.model import DemandModel
from vigia_demand.predict import forecast
from vigia_demand.sets import SETS, UNSEEN, by_name
from vigia_demand.window import CANDIDATES

PLOTTED = (*UNSEEN, "uci")
MEASURES = ("mase", "wape", "wql", "smape", "bias", "coverage80", "seconds")
HEADS = ("MASE", "WAPE", "WQL", "sMAPE", "bias", "in 80 %", "s per 1,000")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join(["---"] + ["--:"] * (len(heads) - 1)) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def number(measure: str, value: float) -> str:
    if value is None or not np.isfinite(value):
        return "–"
    if measure == "coverage80":
        return f"{100 * value:.1f} %"
    if measure in ("seconds", "smape"):
        return f"{value:.1f}"
    return f"{value:.3f}" if abs(value) < 1000 else "beyond measure"


def measures(figures: Mapping[str, float], names: Sequence[str] = MEASURES) -> list[str]:
    return [number(name, figures.get(name, float("nan"))) for name in names]


def by_mase(figures: Figures) -> list[str]:
    return sorted(figures, key=lambda method: figures[method]["mase"])


def bold(method: str) -> str:
    return f"**{method}**" if method == MODEL else method


def targets_table(report: dict) -> str:
    reached = report["targets"]
    ratio, mase = reached["ratio"][MODEL], reached["mase"]
    covered = 100 * reached["coverage80"][MODEL]
    rows = [
        ["mean MASE ÷ seasonal naive's", "at most 0.85", f"{ratio:.3f}", held(ratio <= 0.85)],
        ["mean MASE", f"below AutoETS's {mase['AutoETS']:.3f}", f"{mase[MODEL]:.3f}", held(mase[MODEL] < mase["AutoETS"])],
        ["weeks inside the 80 % interval", "75 to 85 %", f"{covered:.1f} %", held(75 <= covered <= 85)],
    ]
    each = [100 * report["sets"][name][MODEL]["coverage80"] for name in UNSEEN]
    shares = ", ".join(f"{share:.1f}" for share in each)
    rows.append([f"the same for {', '.join(UNSEEN)}", "75 to 85 %", shares, held(all(75 <= share <= 85 for share in each))])
    for name, lines in report["finetuning"].items():
        goal, reach = lines[LIGHT_GBM]["mase"], lines[FULL]["mase"]
        rows.append([f"MASE on {name}, {FULL}", f"below LightGBM's {goal:.3f}", f"{reach:.3f}", held(reach < goal)])
    return table(["on sets it never saw", "target", "reached", ""], rows)


def held(yes: bool) -> str:
    return "held" if yes else "**missed**"


def set_table(name: str, figures: Figures) -> str:
    one = by_name(name)
    seen = "" if name in UNSEEN else "; another part of it was learned from"
    windows = int(figures[MODEL]["windows"])
    head = f"### {one.title}\n{windows:,} windows, origins {listed(one.steps_back)} weeks before the end{seen}.\n\n"
    return head + table(["method", *HEADS], [[bold(method), *measures(figures[method])] for method in by_mase(figures)])


def listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def group_table(heading: str, groups: dict[str, Figures], methods: Sequence[str]) -> str:
    rows = [
        [group, *(number("mase", groups[group][method]["mase"]) for method in methods), *coverage_of(groups[group])]
        for group in groups
    ]
    return table([heading, *map(bold, methods), "in 80 %"], rows)


def coverage_of(figures: Figures) -> list[str]:
    return [number("coverage80", figures[MODEL]["coverage80"])]


def arima_table(report: dict) -> str:
    rows = [
        [name, f"{figures[ARIMA]['windows']}", *(number("mase", figures[method]["mase"]) for method in (MODEL, ARIMA, NAIVE)),
         number("seconds", figures[ARIMA]["seconds"])]
        for name, figures in report["arima"].items()
    ]  # fmt: skip
    return table(["set", "series in time", bold(MODEL), ARIMA, NAIVE, "s per 1,000"], rows)


def finetuning_table(report: dict) -> str:
    rows = []
    for name, lines in report["finetuning"].items():
        for label, figures in lines.items():
            cost = [f"{figures[key]:.0f}" if key in figures else "–" for key in ("seconds", "megabytes")]
            rows.append([name, label, *measures(figures, ("mase", "wql", "coverage80")), *cost])
    return table(["set", "", "MASE", "WQL", "in 80 %", "seconds", "peak MB"], rows)


def half_error(folder: Path, half: Path) -> list[str]:
    """How far float16 is from float32 on a thousand windows, as shares of each forecast."""
    windows = repeated(max(BATCHES))
    rows = []
    for name, whole, other in zip(
        ("mean", "quantiles"), score(folder / "model.onnx", windows), score(half / "model.onnx", windows), strict=True
    ):
        size = np.maximum(np.abs(whole), 1e-3 * np.abs(windows[0]).max(axis=(1, 2)).reshape(-1, *[1] * (whole.ndim - 1)))
        share = (np.abs(other - whole) / np.maximum(size, 1e-30)).ravel()
        rows.append(f"{name}: median {np.median(share):.1e}, 99 % {np.quantile(share, 0.99):.1e}, largest {share.max():.1e}")
    return rows


def write(arguments: argparse.Namespace) -> None:
    folder, half = (arguments.out / f"{arguments.version}{suffix}" for suffix in ("", "-fp16"))
    report, training = (json.loads((arguments.weights / name).read_text()) for name in ("evaluation.json", "training.json"))
    model = DemandModel.load(arguments.weights)
    draw(model, report, arguments.data, folder)
    differences = parity(model, folder / "model.onnx")
    notes = (Path(__file__).parents[1] / "tried.md").read_text()
    text = compose(report, training, differences, half_error(folder, half), notes, model.parameter_count())
    (folder / "CARD.md").write_text(text.replace("@VERSION", folder.name))
    (half / "CARD.md").write_text(half_card(folder.name, half_error(folder, half)))


def draw(model: DemandModel, report: dict, data: Path, folder: Path) -> None:
    windows = {name: by_name(name).windows(data) for name in PLOTTED}
    forecasts = {name: forecast(model, windows[name])[0] for name in PLOTTED}
    plots.accuracy(report["sets"], folder / "accuracy.png")
    plots.calibration(windows, forecasts, folder / "calibration.png")
    plots.examples(windows, forecasts, folder / "examples.png")


def half_card(version: str, errors: list[str]) -> str:
    lines = "\n".join(f"- {line}" for line in errors)
    return f"""# Vigia demand {version}, float16

The same weights as [{version}](../{version}/CARD.md), which holds the whole card. The network computes in float16; scaling and
the way back stay in float32, so that sales of any size fit, and inputs and outputs are float32. It is meant for GPUs: a CPU
converts every number and is slower. Difference from float32 on a thousand windows, as a share of the forecast:

{lines}
"""


def compose(report: dict, training: dict, differences: dict[int, float], halves: list[str], notes: str, parameters: int) -> str:
    shape, plan = training["shape"], training["plan"]
    sources = [[one["name"], one["licence"], f"{one['series']:,}", f"{one['weeks']:,}"] for one in training["sets"]]
    learned = table(["set", "licence", "series", "weeks"], sources)
    methods = [MODEL, LIGHT_GBM, "AutoTheta", "AutoETS", "TSB", "naive", NAIVE]
    every = "\n\n".join(set_table(one.name, report["sets"][one.name]) for one in SETS)
    difference = ", ".join(f"{value:.0e} at batch {batch}" for batch, value in differences.items())
    channel = [[bold(method), *measures(figures, MEASURES[:6])] for method, figures in report["revenue"].items()]
    revenue = table(["orange juice, revenue", *HEADS[:6]], channel)
    half_lines = "\n".join(f"- {line}" for line in halves)
    return f"""# Vigia demand @VERSION

Forecasts the next 26 weeks of units and revenue of a product in a region, as a mean and nine quantiles, from up to 104 weeks
of history; 8 observed weeks are enough. {parameters:,} parameters; made to be run by the thousand.

## What to expect

{targets_table(report)}

![MASE of the methods on each set](accuracy.png)

MASE is the mean absolute error of the median divided by the mean absolute change to a year ago inside the history (to the
week before, where half a year of such pairs is missing). WAPE and WQL are errors divided by demand; WQL is the quantile loss
over all nine quantiles. Bias is that of the mean. Means over sets count each set once. Statistical methods saw the last 208
weeks, gaps bridged by lines; the model sees the last 104. LightGBM learned on each set's own past (on UCI on the other
products, a whole year of them); Vigia did not. Seconds are those of one core of a busy machine, without LightGBM's learning.

## How it works

IBM's TinyTimeMixer (patches of {shape["patch"]} weeks, {shape["layers"]} layers of width {shape["width"]}, a decoder that mixes
units, revenue and region) reads the scaled window. In the same graph, {CANDIDATES} simple forecasts are worked out by masked
means: levels of four memories, a damped trend, last year's weeks as they were and lifted to today's level, the mean of two
years, and the rhythm of the month. A head blends them week by week, corrects the blend, and steps away from it to either
side for the quantiles, which therefore cannot cross. Everything is relative to the window's own size, and unseen weeks count
for nothing.

## What it learned from

{learned}

{plan["steps"]:,} steps of {plan["batch"]} windows on the CPU, seed {plan["seed"]}, with histories shortened and weeks hidden at
random; real stretches are a tenth of the synthetic ones. A fifth of the UCI products and the last three years of the US
series were held out. No other set was learned from.

## What it does not know

Calendars, prices to come, promotions to come, weather. A holiday that moves between two weeks is spread over both. A shock
without precedent (the US sets end in the pandemic) lands outside its intervals. Region is accepted but means nothing until
the model is fine-tuned on named regions. Revenue without any observed week is forecast as 0. The mean is drawn towards the
median where rare peaks carry much of the demand (see the bias on orange juice): sums over such products come out low.

## Accuracy, set by set

{every}

### Revenue

{revenue}

### AutoARIMA

With its yearly season it takes seconds a series: the newest origin of up to 100 series, as many as a time limit let through.

{arima_table(report)}

## Near and far, and kinds of series

MASE by lead time, mean of the sets it never saw:

{group_table("weeks ahead", report["leads"], methods)}

MASE by kind of series (Syntetos and Boylan), over all sets:

{group_table("kind", report["kinds"], methods)}

![Calibration, and coverage by lead time](calibration.png)

## Fine-tuning

Each set's past learned, its later origins judged; these weights are thrown away. "Selective" trains fc1 and fc2 of the mixers.
One CPU core; the peak of memory is the whole process's, and reading a large set is most of it.

{finetuning_table(report)}

## Examples

Drawn at random. Blue: history; black: what came; red: median and 80 % interval.

![Examples](examples.png)

## The file

ONNX opset 18. Largest relative difference from PyTorch: {difference}. The version in float16 differs
from it, as a share of the forecast, on a thousand windows by

{half_lines}

## What was tried

{notes}
## Make it again

The commands are in `training/README.md`; seeds are fixed, and each step keeps what it made.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--out", type=Path, required=True, help="folder of all versions")
    parser.add_argument("--version", required=True)
    torch.set_num_threads(1)
    write(parser.parse_args(arguments))


if __name__ == "__main__":
    main()
