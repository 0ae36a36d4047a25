"""Fine-tunes a model on a company's own exported history: wholly, or only the mixers' two linear layers.

    python -m vigia_demand.finetune --weights DIR --history FILE.csv --cache DIR --out DIR [--selective]

The history has a row for each product, region and week: `product,region,week,units` and, where known, `revenue`; `week` is
a date, weeks that are missing count as not observed. A week in which more came back than was sold counts as zero.
`--selective` leaves the regions as they were: it learns nothing of how they differ.
"""

import argparse
import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pandas as pd

from vigia_demand.batches import real_pool
from vigia_demand.contract import CHANNELS
from vigia_demand.model import DemandModel
from vigia_demand.runs import recorded
from vigia_demand.series import Series
from vigia_demand.train import Clock, Plan, learn

PLAN = Plan(steps=150, batch=256, rate=3e-4, warmup=30, average=0.98)
SELECTIVE_RATE = 1e-3  # few weights may move further
WAY = 0.5  # of the way that full tuning goes: all of it forgets how wide intervals must be
COLUMNS = ("product", "region", "week", "units")
SELECTED = (".mlp.fc1.", ".mlp.fc2.")  # every mixer's perceptron, and nothing else


def select(model: DemandModel) -> list[str]:
    """Freezes all but fc1 and fc2 of the mixers, and names what is left to train."""
    for name, parameter in model.named_parameters():
        parameter.requires_grad_(any(part in name for part in SELECTED))
    return [name for name, parameter in model.named_parameters() if parameter.requires_grad]


def finetune(base: DemandModel, series: list[Series], regions: dict[str, int], selective: bool, plan: Plan = PLAN) -> DemandModel:
    """A copy of the model that has seen these series; `regions` gives the id of each series' region."""
    model = deepcopy(base)
    if selective:
        select(model)
        plan = replace(plan, rate=SELECTIVE_RATE)
    pool = real_pool(series, step=1, regions=regions)
    batches = pool.shuffled(min(plan.batch, len(pool)), np.random.default_rng(plan.seed))
    learn(model, batches, plan, Clock(plan.steps))
    return model if selective else between(base, model)


def between(base: DemandModel, tuned: DemandModel) -> DemandModel:
    """The tuned model, moved part of the way back to where it came from."""
    start = base.state_dict()
    tuned.load_state_dict({name: start[name].lerp(tensor, WAY) for name, tensor in tuned.state_dict().items()})
    return tuned


def read_history(path: Path) -> tuple[list[Series], dict[str, int], list[str]]:
    """The series, the region's id of each, and the regions' names in the order of their ids."""
    table = pd.read_csv(path)
    if missing := [name for name in COLUMNS if name not in table]:
        raise SystemExit(f"{path} lacks the column {', '.join(missing)}: it needs {', '.join(COLUMNS)}, and may have revenue.")
    table["week"] = pd.to_datetime(table["week"])
    if "revenue" not in table:
        table["revenue"] = np.nan
    refuse_unclear_weeks(table, path)
    names = sorted(table["region"].astype(str).unique())
    series, regions = [], {}
    for (product, region), rows in table.groupby(["product", "region"]):
        one = _series(f"{product}|{region}", rows)
        series.append(one)
        regions[one.name] = names.index(str(region)) + 1
    return series, regions, names


def refuse_unclear_weeks(table: pd.DataFrame, path: Path) -> None:
    """Two rows for one week, and weeks that begin on several days, would be left out in silence."""
    twice = table[table.duplicated(["product", "region", "week"])]
    if len(twice):
        product, region, week = twice.iloc[0][["product", "region", "week"]]
        raise SystemExit(f"{path} has {product}, {region}, {week.date()} twice: give one row a week.")
    days = table["week"].dt.day_name().unique()
    if len(days) > 1:
        raise SystemExit(f"{path} has weeks that begin on {' and on '.join(sorted(days))}: let all begin on one day.")


def _series(name: str, rows: pd.DataFrame) -> Series:
    weeks = pd.date_range(rows["week"].min(), rows["week"].max(), freq="7D")
    block = rows.set_index("week")[list(CHANNELS)].reindex(weeks).to_numpy(float)
    return Series(name, np.maximum(np.nan_to_num(block), 0), np.isfinite(block))


def name_regions(model: DemandModel, names: list[str]) -> None:
    """New regions begin as the unknown one, which is all that pre-training knew."""
    table = model.decoder.decoder_cat_embedding_layer.embedding_layers[0].weight
    if len(names) >= len(table):
        raise ValueError(f"The history has {len(names)} regions, the model can tell {len(table) - 1} apart; group them.")
    table.data[1 : len(names) + 1] = table.data[0]


def learned_from(base: Path, series: list[Series]) -> dict[str, object]:
    """What the weights at `base` had learned from, and now this history too."""
    note = base / "training.json"
    before = json.loads(note.read_text()) if note.exists() else {}
    own = {
        "name": "its owner's history",
        "licence": "its owner's",
        "series": len(series),
        "weeks": sum(one.weeks for one in series),
    }
    return {**before, "sets": [*before.get("sets", []), own], "tuned": True}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights to begin from")
    parser.add_argument("--history", type=Path, required=True, help="CSV file")
    parser.add_argument("--cache", type=Path, required=True, help="folder for runs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the new weights")
    parser.add_argument("--selective", action="store_true", help="train only fc1 and fc2 of the mixers")
    parser.add_argument("--steps", type=int, default=PLAN.steps)
    chosen = parser.parse_args(arguments)
    plan = replace(PLAN, steps=chosen.steps)
    base = DemandModel.load(chosen.weights)
    series, regions, names = read_history(chosen.history)
    name_regions(base, names)
    with recorded(chosen.cache, "finetune", {**asdict(plan), "selective": chosen.selective, "series": len(series)}):
        model = finetune(base, series, regions, chosen.selective, plan)
    model.save(chosen.out)
    (chosen.out / "regions.json").write_text(json.dumps(names))
    (chosen.out / "training.json").write_text(json.dumps(learned_from(chosen.weights, series)))
    print(f"Learned from {len(series)} series in {len(names)} regions; weights in {chosen.out}")


if __name__ == "__main__":
    main()
