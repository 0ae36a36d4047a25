"""The whole way in minutes on two cores: a sliver of each set, a small model, every step from data to card.

    python -m vigia_demand.tiny --data DIR --out DIR

The figures mean nothing; that every step runs on this machine does.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from vigia_demand import card, evaluate, export, measure, pretrain

SMALL = ["--series", "2000", "--steps", "60", "--batch", "64", "--patch", "26", "--width", "16", "--hidden", "32"]
TUNING_STEPS = "5"
VERSION = "0.0.1"


def sliver(data: Path, out: Path) -> None:
    """The same files with fewer series, each as long as before."""
    out.mkdir(parents=True, exist_ok=True)
    kept = {
        "uci_weekly_transactions": lambda table: table.head(40),
        "us_gasoline": lambda table: table,
        "us_ilinet": lambda table: table,
        "orange_juice": lambda table: table[table["store"].isin(table["store"].unique()[:2])],
        "m4_weekly_train": lambda table: table.head(8),
        "m5_store_sales_daily": lambda table: table.iloc[:, :4],
        "favorita_transactions": lambda table: table[table["store_nbr"].isin([1, 2, 3])],
    }
    for name, keep in kept.items():
        file = f"{name}.csv.gz"
        keep(pd.read_csv(data / file, low_memory=False)).to_csv(out / file, index=False)


def run(data: Path, out: Path) -> None:
    """Every command of the README, one after the other."""
    small, cache, weights, models = (out / name for name in ("data", "cache", "weights", "demand"))
    sliver(data, small)
    read, kept, made = ["--data", str(small)], ["--cache", str(cache)], ["--weights", str(weights)]
    version = ["--out", str(models), "--version", VERSION]
    pretrain.main([*read, *kept, "--out", str(weights), *SMALL])
    measure.main([*read, *kept, "--arima-seconds", "1"])
    evaluate.main([*made, *read, *kept, "--arima-seconds", "1", "--tuning-steps", TUNING_STEPS])
    export.main([*made, *version])
    export.main([*made, *version, "--half"])
    card.main([*made, *read, *version])
    print(f"Everything ran; the card is {models / VERSION / 'CARD.md'}")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the public sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for everything that is made")
    chosen = parser.parse_args(arguments)
    run(chosen.data, chosen.out)


if __name__ == "__main__":
    main()
