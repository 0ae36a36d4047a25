"""Runs are recorded with MLflow in a local file beside the cache; nothing leaves the machine."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def recorded(cache: Path, name: str, parameters: Mapping[str, object]) -> Iterator[None]:
    """Everything logged inside belongs to one run; `mlflow ui --backend-store-uri sqlite:///CACHE/runs.db` shows them."""
    import mlflow  # takes seconds to load, which most commands here need not spend

    cache.mkdir(parents=True, exist_ok=True)
    mlflow.set_tracking_uri(f"sqlite:///{(cache / 'runs.db').resolve()}")
    mlflow.set_experiment("vigia-demand")
    with mlflow.start_run(run_name=name):
        mlflow.log_params(parameters)
        yield
