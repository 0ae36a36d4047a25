"""One fine-tuning on one set's past, in a process of its own so that its peak of memory is its own.

python -m vigia_demand.trial --weights DIR --data DIR --set NAME --steps N --out FILE [--selective]
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from vigia_demand.finetune import PLAN, finetune
from vigia_demand.metrics import Forecast
from vigia_demand.model import DemandModel
from vigia_demand.predict import forecast
from vigia_demand.sets import by_name


def tried(weights: Path, data: Path, name: str, selective: bool, steps: int) -> tuple[Forecast, float, float]:
    """The forecasts of the tuned model, the seconds that tuning took and the process's peak of memory in MB."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "trial.npz"
        options = ["--weights", weights, "--data", data, "--set", name, "--steps", steps, "--out", out]
        command = [sys.executable, "-m", "vigia_demand.trial", *map(str, options), *["--selective"] * selective]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with np.load(out) as found:
            return Forecast(found["mean"], found["quantiles"]), float(found["seconds"]), float(found["megabytes"])


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the weights to begin from")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--set", required=True, help="name of the set")
    parser.add_argument("--steps", type=int, default=PLAN.steps)
    parser.add_argument("--out", type=Path, required=True, help="file for the forecasts")
    parser.add_argument("--selective", action="store_true", help="train only fc1 and fc2 of the mixers")
    chosen = parser.parse_args(arguments)
    one, start = by_name(chosen.set), time.perf_counter()
    tuned = finetune(
        DemandModel.load(chosen.weights), one.past(chosen.data), {}, chosen.selective, replace(PLAN, steps=chosen.steps)
    )
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found, _ = forecast(tuned, one.windows(chosen.data))
    np.savez(chosen.out, mean=found.mean, quantiles=found.quantiles, seconds=seconds, megabytes=megabytes)


if __name__ == "__main__":
    main()
