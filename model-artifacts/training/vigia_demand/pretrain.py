"""Pre-trains a model on the synthetic prior and on the sets whose licence allows it.

python -m vigia_demand.pretrain --data DIR --cache DIR --out DIR
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import mlflow
import numpy as np
import torch

from vigia_demand import synthetic
from vigia_demand.batches import Pool, real_pool, synthetic_pool
from vigia_demand.model import DemandModel, Shape
from vigia_demand.runs import recorded
from vigia_demand.series import Array
from vigia_demand.sets import SETS
from vigia_demand.synthetic import WEEKS, synthesize
from vigia_demand.train import Clock, Plan, learn

REAL_SHARE = 0.1  # real stretches for each synthetic one


def drawn(cache: Path, series: int, seed: int) -> tuple[Array, Array]:
    """The synthetic series of this seed, kept on disk between runs."""
    prior = hashlib.sha256(Path(synthetic.__file__).read_bytes()).hexdigest()[:8]  # another prior, other series
    path = cache / f"synthetic-{prior}-{series}-{seed}.npz"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        values, in_stock = synthesize(series, seed)
        np.savez(path, values=values, in_stock=in_stock)
    with np.load(path) as stored:
        return stored["values"], stored["in_stock"]


def open_pool(data: Path, stretches: int, rng: np.random.Generator) -> Pool:
    """Stretches of the sets that may be learned from, each set equally often."""
    pools = [real_pool(one.training(data), step=2) for one in SETS if one.trainable]
    parts = [pool.take(rng.integers(0, len(pool), stretches // len(pools))) for pool in pools]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined.joined(part)
    return joined


def pool_of(data: Path, cache: Path, series: int, seed: int) -> Pool:
    """Synthetic stretches and, beside them, a tenth as many real ones."""
    made = synthetic_pool(*drawn(cache, series, seed))
    return made.joined(open_pool(data, int(series * REAL_SHARE), np.random.default_rng(seed)))


def provenance(data: Path, series: int) -> list[dict[str, object]]:
    """What the weights were made from, for the manifest and the card."""
    sets = [{"name": "synthetic prior", "licence": "Apache-2.0", "series": series, "weeks": series * WEEKS}]
    for one in SETS:
        if one.trainable:
            learned = one.training(data)
            weeks = int(sum(part.observed[:, 0].sum() for part in learned))
            sets.append({"name": one.title, "licence": one.licence, "series": len(learned), "weeks": weeks})
    return sets


def pretrain(pool: Pool, shape: Shape, plan: Plan) -> DemandModel:
    torch.manual_seed(plan.seed)
    model, clock = DemandModel(shape), Clock(plan.steps)

    def report(step: int, loss: float) -> None:
        clock(step, loss)
        mlflow.log_metric("loss", loss, step=step)

    return learn(model, pool.shuffled(plan.batch, np.random.default_rng(plan.seed)), plan, report)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--cache", type=Path, required=True, help="folder for synthetic series and runs")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--series", type=int, default=200_000, help="synthetic series")
    parser.add_argument("--seed", type=int, default=20)
    for option in ("steps", "batch", "threads"):
        parser.add_argument(f"--{option}", type=int, default=getattr(Plan, option))
    for option in ("patch", "width", "layers", "decoder_width", "decoder_layers", "hidden"):
        parser.add_argument(f"--{option.replace('_', '-')}", type=int, default=getattr(Shape, option))
    parser.add_argument("--device", default=Plan.device, help="cpu, or cuda where PyTorch finds a GPU")
    parser.add_argument("--rate", type=float, default=Plan.rate)
    chosen = parser.parse_args(arguments)
    plan = Plan(**{name: getattr(chosen, name) for name in ("steps", "batch", "rate", "seed", "threads", "device")})
    sizes = ("patch", "width", "layers", "decoder_width", "decoder_layers", "hidden")
    shape = Shape(**{name: getattr(chosen, name) for name in sizes})
    with recorded(chosen.cache, "pretrain", {**asdict(plan), **asdict(shape), "series": chosen.series}):
        model = pretrain(pool_of(chosen.data, chosen.cache, chosen.series, plan.seed), shape, plan)
    model.save(chosen.out)
    note = {"sets": provenance(chosen.data, chosen.series), "plan": asdict(plan), "shape": asdict(shape)}
    (chosen.out / "training.json").write_text(json.dumps(note, indent=1) + "\n")
    print(f"{model.parameter_count():,} parameters in {chosen.out}")


if __name__ == "__main__":
    main()
