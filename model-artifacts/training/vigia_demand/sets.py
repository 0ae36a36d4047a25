"""Readers of the public sets, and which part of each may be learned from.

Only UCI and the two US sets have licences that let weights made from them be shipped. A fifth of the UCI products and
the last years of the US series are held out, so that these sets can be measured too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from vigia_demand.contract import HORIZON, YEAR
from vigia_demand.series import Series, Windows, cut, units_only

HELD_OUT_WEEKS = 3 * YEAR


@dataclass(frozen=True)
class DemandSet:
    """A set with its licence, its reader and the origins it is judged at, in weeks before its end."""

    name: str
    title: str
    licence: str
    read: Callable[[Path], list[Series]]
    steps_back: tuple[int, ...]
    trainable: bool = False
    minimum: int = YEAR  # weeks before an origin; seasonal naive needs a year

    def training(self, data: Path) -> list[Series]:
        """The part that may be learned from."""
        if not self.trainable:
            raise ValueError(f"{self.name} is for evaluation only: its licence does not cover weights that are shipped.")
        return [part for part in map(self._learned, enumerate(self.read(data))) if part is not None]

    def windows(self, data: Path) -> Windows:
        """The part that is judged, at every origin."""
        return cut(self.judged(data), self.steps_back, self.minimum)

    def judged(self, data: Path) -> list[Series]:
        every = self.read(data)
        return every[::5] if self._held_out_by_series() else every

    def past(self, data: Path) -> list[Series]:
        """What a method may learn from before the first origin: the same series earlier, or the other products."""
        if self._held_out_by_series():
            return self.training(data)
        return [one.until(one.weeks - max(self.steps_back)) for one in self.judged(data)]

    def _held_out_by_series(self) -> bool:
        return self.trainable and self.minimum < YEAR

    def _learned(self, numbered: tuple[int, Series]) -> Series | None:
        number, series = numbered
        if self._held_out_by_series():
            return series if number % 5 else None
        return series.until(series.weeks - HELD_OUT_WEEKS)


def read_uci(data: Path) -> list[Series]:
    """Units of 811 products over one year."""
    table = pd.read_csv(data / "uci_weekly_transactions.csv.gz", index_col="Product_Code")
    weeks = table[[f"W{week}" for week in range(YEAR)]]
    return [units_only(f"uci/{code}", row) for code, row in zip(weeks.index, weeks.to_numpy(float), strict=True)]


def read_gasoline(data: Path) -> list[Series]:
    """Finished motor gasoline supplied in the USA, thousand barrels a day; the file runs backwards."""
    table = pd.read_csv(data / "us_gasoline.csv.gz", parse_dates=["Week"]).sort_values("Week")
    return [units_only("gasoline", table["Gasoline"].to_numpy(float))]


def read_influenza(data: Path) -> list[Series]:
    """Visits to US doctors for influenza-like illness, in all and by age: seasonal demand with epidemics."""
    table = pd.read_csv(data / "us_ilinet.csv.gz", na_values="X")
    columns = ["ILITOTAL", "AGE 0-4", "AGE 5-24", "AGE 65", "TOTAL PATIENTS"]
    return [units_only(f"ilinet/{column}", table[column].to_numpy(float)) for column in columns]


def read_orange_juice(data: Path) -> list[Series]:
    """Ounces and dollars of 11 brands in 83 stores; weeks without a row were not recorded."""
    table = pd.read_csv(data / "orange_juice.csv.gz")
    prices = table[[f"price{brand}" for brand in range(1, 12)]].to_numpy()
    table["units"] = np.exp(table["logmove"])
    table["revenue"] = table["units"] * prices[np.arange(len(table)), table["brand"] - 1]
    return [_orange_juice(f"oj/{store}-{brand}", rows) for (store, brand), rows in table.groupby(["store", "brand"])]


def _orange_juice(name: str, rows: pd.DataFrame) -> Series:
    weeks = np.arange(rows["week"].min(), rows["week"].max() + 1)
    block = rows.set_index("week")[["units", "revenue"]].reindex(weeks).to_numpy()
    return Series(name, np.nan_to_num(block), np.isfinite(block))


def read_m4(data: Path) -> list[Series]:
    """The weekly series of the M4 competition: finance, industry, demography, each of its own length."""
    table = pd.read_csv(data / "m4_weekly_train.csv.gz", index_col=0)
    return [units_only(f"m4/{name}", row[np.isfinite(row)]) for name, row in zip(table.index, table.to_numpy(float), strict=True)]


def read_m5(data: Path) -> list[Series]:
    """Units a week of ten stores and their three states; the file begins on a Saturday, Walmart's week too."""
    table = pd.read_csv(data / "m5_store_sales_daily.csv.gz", index_col=0)
    weeks = len(table) // 7
    sums = table.to_numpy(float)[: weeks * 7].reshape(weeks, 7, -1).sum(axis=1)
    names = [column.split("'")[-2] if "'" in column else column for column in table.columns]  # "('CA', 'CA_1')" and "CA"
    return [units_only(f"m5/{name}", sums[:, i]) for i, name in enumerate(names)]


def read_favorita(data: Path) -> list[Series]:
    """Transactions a week of 54 shops; a week with fewer than five open days was not observed."""
    table = pd.read_csv(data / "favorita_transactions.csv.gz", parse_dates=["date"])
    weekly = table.groupby(["store_nbr", pd.Grouper(key="date", freq="W-SUN")])["transactions"].agg(["sum", "count"])
    weekly = weekly[weekly.index.get_level_values("date") <= table["date"].max()]
    return [_favorita(store, rows.droplevel(0)) for store, rows in weekly.groupby(level="store_nbr")]


def _favorita(store: int, rows: pd.DataFrame) -> Series:
    opened = rows.index[rows["count"] >= 5].min()
    rows = rows.asfreq("W-SUN").loc[opened:]
    return units_only(f"favorita/{store}", rows["sum"].where(rows["count"] >= 5).to_numpy(float))


SETS = (
    DemandSet("orange-juice", "Orange juice, 83 stores × 11 brands", "GPL ≥ 2", read_orange_juice, (26, 39)),
    DemandSet("m4-weekly", "M4 weekly", "none stated", read_m4, (26, 52, 78)),
    DemandSet("m5-stores", "M5 stores and states", "none stated", read_m5, (26, 52, 78, 104)),
    DemandSet("favorita", "Favorita transactions", "MIT repository", read_favorita, (26, 52, 78, 104)),
    DemandSet("uci", "UCI weekly transactions", "CC BY 4.0", read_uci, (HORIZON,), trainable=True, minimum=HORIZON),
    DemandSet("gasoline", "US gasoline", "Apache-2.0, public domain", read_gasoline, (26, 52, 78, 104, 130), trainable=True),
    DemandSet(
        "ilinet", "US influenza-like illness", "Apache-2.0, public domain", read_influenza, (26, 52, 78, 104, 130), trainable=True
    ),
)
UNSEEN = tuple(one.name for one in SETS if not one.trainable)


def by_name(name: str) -> DemandSet:
    for one in SETS:
        if one.name == name:
            return one
    raise ValueError(f"No set is called {name}; known are {', '.join(one.name for one in SETS)}.")
