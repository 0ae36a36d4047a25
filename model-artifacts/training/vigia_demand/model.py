"""IBM's TinyTimeMixer with a head of our own: a learned blend of simple forecasts, corrected, with quantiles.

window ─► scaling ─► TinyTimeMixer encoder ─► decoder (units, revenue, region mix) ─┐
     └──► simple forecasts and features ───────────────────────────────────────────┴─► head ─► mean, quantiles
"""

from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from tsfm_public.models.tinytimemixer import TinyTimeMixerConfig, TinyTimeMixerForPrediction

from vigia_demand.contract import CHANNELS, CONTEXT, HORIZON, MEDIAN, QUANTILES
from vigia_demand.window import CANDIDATES, FEATURES, View, Window

STEPS = len(QUANTILES) - 1
OUTPUTS = CANDIDATES + 2 + STEPS  # blend weights, correction of the median, distance of the mean, steps between quantiles


@dataclass(frozen=True)
class Shape:
    """The sizes of a model; the defaults are those that are shipped."""

    patch: int = 26
    width: int = 64
    layers: int = 3
    decoder_width: int = 48
    decoder_layers: int = 2
    hidden: int = 192
    dropout: float = 0.1
    regions: int = 64  # ids that can be told apart; 0 is unknown

    def mixer(self) -> TinyTimeMixerConfig:
        return TinyTimeMixerConfig(
            context_length=CONTEXT,
            patch_length=self.patch,
            patch_stride=self.patch,
            prediction_length=HORIZON,
            d_model=self.width,
            num_layers=self.layers,
            dropout=self.dropout,
            head_dropout=self.dropout,
            decoder_num_layers=self.decoder_layers,
            decoder_d_model=self.decoder_width,
            **self.ours(),
        )

    def ours(self) -> dict[str, object]:
        """What we ask of any TinyTimeMixer, also of published ones: our channels, our region, our own scaling."""
        return {
            "num_input_channels": len(CHANNELS),
            "decoder_mode": "mix_channel",
            "categorical_vocab_size_list": [self.regions],
            "scaling": None,
            "resolution_prefix_tuning": False,
        }


class DemandModel(nn.Module):
    """Takes raw units and money, gives the mean and quantiles of the next 26 weeks in the same units."""

    def __init__(self, shape: Shape, mixer: TinyTimeMixerForPrediction | None = None) -> None:
        super().__init__()
        mixer = mixer or TinyTimeMixerForPrediction(shape.mixer())
        self.shape = shape
        self.context = mixer.config.context_length
        self.window = Window()
        self.backbone, self.decoder = mixer.backbone, mixer.decoder
        encoded = mixer.config.num_patches * mixer.config.decoder_d_model
        self.head = Head(encoded, shape)

    def forward(self, values: Tensor, observed: Tensor, region: Tensor) -> tuple[Tensor, Tensor]:
        view = self.window(values, observed)
        mean, quantiles = self.relative(view, region)
        size = view.size[..., None]
        mean, quantiles = (mean[..., None] * size).squeeze(-1), quantiles * size
        return mean.clamp(min=0).transpose(1, 2), quantiles.clamp(min=0).transpose(1, 2)

    def relative(self, view: View, region: Tensor) -> tuple[Tensor, Tensor]:
        """Mean [N, C, HORIZON] and quantiles [N, C, HORIZON, Q] in units of the window's size, not yet cut off at zero."""
        precision = self.head.inward.weight.dtype
        hidden = self.encode(view.scaled.to(precision), region)
        blend, correction, offset, steps = (part.float() for part in self.head(hidden, view.features.to(precision)))
        median = (view.candidates * blend).sum(-1) + correction * view.noise
        steps = steps * view.noise[..., None]
        return median + offset * view.noise, spread(median[..., None], steps)

    def encode(self, scaled: Tensor, region: Tensor) -> Tensor:
        """TinyTimeMixer's own way; a published model with another context gets the window's end, or zeros before it."""
        patches = self.patches(scaled)
        encoded = self.backbone.encoder(patches, unpatched_past_values=scaled, return_dict=True)
        hidden, _ = self.decoder(encoded.last_hidden_state, patches, static_categorical_values=region[:, None])
        return hidden.flatten(-2)

    def patches(self, scaled: Tensor) -> Tensor:
        """[N, C, patches, weeks]; TinyTimeMixer's own cutting is exported to ONNX with its axes mixed up."""
        if self.context != CONTEXT:
            scaled = nn.functional.pad(scaled, (0, 0, self.context - CONTEXT, 0))
        length = self.backbone.patching.patch_length
        return scaled.transpose(1, 2).unflatten(-1, (self.context // length, length))

    def halved(self) -> "DemandModel":
        """A copy whose network is float16; scaling and the way back stay float32, where sales in millions fit."""
        copy = deepcopy(self)
        for part in (copy.backbone, copy.decoder, copy.head):
            part.half()
        return copy

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        torch.save({"shape": asdict(self.shape), "weights": self.state_dict()}, folder / "model.pt")

    @staticmethod
    def load(folder: Path) -> "DemandModel":
        stored = torch.load(folder / "model.pt", map_location="cpu", weights_only=True)
        model = DemandModel(Shape(**stored["shape"]))
        model.load_state_dict(stored["weights"])
        return model.eval()

    @staticmethod
    def from_published(name_or_folder: str, shape: Shape) -> "DemandModel":
        """IBM's published weights from a hub or a folder; what their model lacks (the region, our head) begins anew."""
        mixer = TinyTimeMixerForPrediction.from_pretrained(name_or_folder, ignore_mismatched_sizes=True, **shape.ours())
        return DemandModel(shape, mixer)

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())


class Head(nn.Module):
    """Reads the mixer's patches and the window's features; all channels share it."""

    def __init__(self, encoded: int, shape: Shape) -> None:
        super().__init__()
        self.inward = nn.Linear(encoded + FEATURES, shape.hidden)
        self.drop = nn.Dropout(shape.dropout)
        self.between = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden)
        self.outward = nn.Linear(shape.hidden, HORIZON * OUTPUTS)

    def forward(self, hidden: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        inner = self.drop(nn.functional.gelu(self.inward(torch.cat([hidden, features], dim=-1))))
        inner = self.norm(inner + nn.functional.gelu(self.between(inner)))
        outward = self.outward(inner).unflatten(-1, (HORIZON, OUTPUTS))
        blend, correction, offset, steps = outward.split([CANDIDATES, 1, 1, STEPS], dim=-1)
        return blend.softmax(-1), correction.squeeze(-1), offset.squeeze(-1), nn.functional.softplus(steps)


def spread(median: Tensor, steps: Tensor) -> Tensor:
    """Quantiles by steps of at least zero away from the median, one after the other: they cannot cross, nor by rounding."""
    below, above = [median], [median]
    for step in reversed(steps[..., :MEDIAN].split(1, dim=-1)):
        below.append(below[-1] - step)
    for step in steps[..., MEDIAN:].split(1, dim=-1):
        above.append(above[-1] + step)
    return torch.cat([*reversed(below[1:]), *above], dim=-1)
