"""Makes the demand models that Vigia ships: data, model, training, evaluation, export."""

import os

# ONNX Runtime tells its maker of every session otherwise.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
