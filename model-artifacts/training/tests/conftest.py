"""What the tests share: one small model with random weights, and a folder of made-up data in the public sets' form."""

import numpy as np
import pandas as pd
import pytest
import torch

from vigia_demand.model import DemandModel, Shape

SMALL = Shape(patch=26, width=16, layers=1, decoder_width=16, decoder_layers=1, hidden=16, regions=4)
SEED = 7


@pytest.fixture(scope="session")
def model():
    torch.manual_seed(SEED)
    return DemandModel(SMALL).eval()


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    rng = np.random.default_rng(SEED)
    uci = pd.DataFrame(rng.poisson(5, (20, 52)), columns=[f"W{week}" for week in range(52)])
    uci.insert(0, "Product_Code", [f"P{number}" for number in range(20)])
    uci.to_csv(folder / "uci_weekly_transactions.csv.gz", index=False)
    dates = pd.date_range("2010-01-03", periods=420, freq="W")[::-1]
    wave = 9000 + 500 * np.sin(np.arange(420) * 2 * np.pi / 52) + rng.normal(0, 50, 420)
    pd.DataFrame({"Week": dates, "Gasoline": wave}).to_csv(folder / "us_gasoline.csv.gz", index=False)
    columns = ["ILITOTAL", "AGE 0-4", "AGE 5-24", "AGE 65", "TOTAL PATIENTS"]
    pd.DataFrame(dict.fromkeys(columns, wave)).to_csv(folder / "us_ilinet.csv.gz", index=False)
    return folder
