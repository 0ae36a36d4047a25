"""Judges a model by rolling origin on every set, beside the baselines, and writes evaluation.json beside its weights.

python -m vigia_demand.evaluate --weights DIR --data DIR --cache DIR
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import torch

from vigia_demand.baselines import statistical
from vigia_demand.finetune import PLAN
from vigia_demand.measure import LIGHT_GBM, arima, baselines
from vigia_demand.metrics import LEADS, Forecast, judge, summary
from vigia_demand.model import DemandModel
from vigia_demand.predict import forecast
from vigia_demand.runs import recorded
from vigia_demand.series import Windows
from vigia_demand.sets import SETS, UNSEEN, DemandSet
from vigia_demand.trial import tried

MODEL, ARIMA, NAIVE = "Vigia", "AutoARIMA", "seasonal naive"
FULL, SELECTIVE = "fine-tuned, full", "fine-tuned, selective"
Figures = dict[str, dict[str, float]]
Judged = dict[str, tuple[Forecast, float]]


class Evaluation:
    """One model on all sets; every table of the card is a method."""

    def __init__(self, weights: Path, data: Path, cache: Path, arima_seconds: float) -> None:
        self.weights, self.data, self.cache, self.arima_seconds = weights, data, cache, arima_seconds
        self.model = DemandModel.load(weights)
        self.windows: dict[str, Windows] = {one.name: one.windows(data) for one in SETS}
        self.judged: dict[str, Judged] = {one.name: self._judged(one) for one in SETS}

    def _judged(self, one: DemandSet) -> Judged:
        return {MODEL: forecast(self.model, self.windows[one.name]), **baselines(one, self.data, self.cache)}

    def sets(self) -> dict[str, Figures]:
        """Every method on every set."""
        return {name: self._figures(name, lambda windows, found: judge(windows, found)) for name in self.windows}

    def _figures(self, name: str, rows: Callable[[Windows, Forecast], pd.DataFrame]) -> Figures:
        windows = self.windows[name]
        return {
            method: {**summary(rows(windows, found), found.has_interval), "seconds": seconds}
            for method, (found, seconds) in self.judged[name].items()
        }

    def leads(self) -> dict[str, Figures]:
        """Near and far weeks, each the mean over the unseen sets."""
        return {
            lead: self._mean_of_sets(lambda windows, found, weeks=weeks: judge(windows, found, lead=weeks))
            for lead, weeks in LEADS.items()
        }

    def _mean_of_sets(self, rows: Callable[[Windows, Forecast], pd.DataFrame]) -> Figures:
        each = [self._figures(name, rows) for name in UNSEEN]
        return {
            method: {figure: float(np.mean([one[method][figure] for one in each])) for figure in each[0][method]}
            for method in each[0]
        }

    def kinds(self) -> dict[str, Figures]:
        """Each kind of series, over all windows that nothing was learned from."""
        tables = {method: self._all_rows(method) for method in self.judged[UNSEEN[0]]}
        kinds = sorted(set(tables[MODEL]["kind"]))
        return {kind: {method: summary(rows[rows["kind"] == kind]) for method, rows in tables.items()} for kind in kinds}

    def _all_rows(self, method: str) -> pd.DataFrame:
        return pd.concat([judge(self.windows[name], self.judged[name][method][0]) for name in self.windows])

    def arima(self) -> dict[str, Figures]:
        """AutoARIMA beside the model on the windows that it reached in time."""
        found = {}
        for one in SETS:
            index, reached, seconds = arima(one, self.data, self.cache, self.arima_seconds)
            windows = self.windows[one.name].take(index)
            found[one.name] = {ARIMA: {**summary(judge(windows, reached)), "seconds": seconds}}
            for method in (MODEL, NAIVE):
                found[one.name][method] = summary(judge(windows, self.judged[one.name][method][0].take(index)))
        return found

    def revenue(self) -> Figures:
        """The second channel, which only the orange juice has."""
        windows = self.windows["orange-juice"]
        swapped = as_units(windows, channel=1)
        judged = {MODEL: forecast(self.model, windows, channel=1)[0], NAIVE: statistical(NAIVE, swapped)[0]}
        return {method: summary(judge(windows, found, channel=1)) for method, found in judged.items()}

    def finetuning(self, steps: int) -> dict[str, Figures]:
        """Each unseen set's past learned, its later origins judged; these weights are thrown away."""
        found = {}
        for name in UNSEEN:
            lines = {
                "as shipped": self._tuned(name, self.judged[name][MODEL][0]),
                LIGHT_GBM: self._tuned(name, self.judged[name][LIGHT_GBM][0]),
            }
            for label, selective in ((FULL, False), (SELECTIVE, True)):
                tuned, seconds, megabytes = tried(self.weights, self.data, name, selective, steps)
                lines[label] = {**self._tuned(name, tuned), "seconds": seconds, "megabytes": megabytes}
                print(f"{name:14} {label:24} MASE {lines[label]['mase']:.3f}  {seconds:.0f} s", flush=True)
            found[name] = lines
        return found

    def _tuned(self, name: str, found: Forecast) -> dict[str, float]:
        return summary(judge(self.windows[name], found))


def as_units(windows: Windows, channel: int) -> Windows:
    """The same windows with another channel in the place of units, for methods that know only one."""
    history = np.full_like(windows.history, np.nan)
    history[:, -windows.values.shape[1] :] = np.where(windows.observed[..., channel] > 0, windows.values[..., channel], np.nan)
    parts = {name: getattr(windows, name) for name in windows.__dataclass_fields__}
    return Windows(**{**parts, "history": history})


def targets(sets: dict[str, Figures]) -> dict[str, dict[str, float]]:
    """What the model must reach on the sets it never saw, and what it reached."""

    def mean(method: str, figure: str) -> float:
        return float(np.mean([sets[name][method][figure] for name in UNSEEN]))

    return {
        "mase": {method: mean(method, "mase") for method in sets[UNSEEN[0]]},
        "ratio": {method: mean(method, "mase") / mean(NAIVE, "mase") for method in sets[UNSEEN[0]]},
        "coverage80": {MODEL: mean(MODEL, "coverage80")},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--cache", type=Path, required=True, help="folder of the baselines' forecasts")
    parser.add_argument("--arima-seconds", type=float, default=60, help="for each set")
    parser.add_argument("--tuning-steps", type=int, default=PLAN.steps, help="of each fine-tuning; 0 leaves them out")
    chosen = parser.parse_args(arguments)
    torch.set_num_threads(1)
    with recorded(chosen.cache, "evaluate", {"weights": str(chosen.weights)}):
        report = evaluate(chosen.weights, chosen.data, chosen.cache, chosen.arima_seconds, chosen.tuning_steps)
        mlflow.log_metrics({"mase": report["targets"]["mase"][MODEL], "coverage80": report["targets"]["coverage80"][MODEL]})
    (chosen.weights / "evaluation.json").write_text(json.dumps(report, indent=1) + "\n")
    print_targets(report["targets"])


def evaluate(weights: Path, data: Path, cache: Path, arima_seconds: float, tuning_steps: int) -> dict[str, object]:
    judge_all = Evaluation(weights, data, cache, arima_seconds)
    report = {name: getattr(judge_all, name)() for name in ("sets", "leads", "kinds", "arima", "revenue")}
    report["targets"] = targets(report["sets"])
    report["finetuning"] = judge_all.finetuning(tuning_steps) if tuning_steps else {}
    return report


def print_targets(reached: dict[str, dict[str, float]]) -> None:
    print(f"{'method':16} {'MASE':>7} {'÷ seasonal naive':>17}   mean of {', '.join(UNSEEN)}")
    for method, mase in sorted(reached["mase"].items(), key=lambda pair: pair[1]):
        print(f"{method:16} {mase:7.3f} {reached['ratio'][method]:17.3f}")
    print(f"80 % intervals cover {100 * reached['coverage80'][MODEL]:.1f} %")


if __name__ == "__main__":
    main()
