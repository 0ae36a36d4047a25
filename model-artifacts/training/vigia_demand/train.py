"""The loss and the loop that pre-training and fine-tuning share."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor, nn

from vigia_demand.batches import Batch
from vigia_demand.contract import QUANTILES
from vigia_demand.model import DemandModel
from vigia_demand.window import View

MEAN_SHARE = 0.1  # of the mean's loss; the quantiles teach the shape, the mean only its distance from the median
WORST = 0.1  # an error of ten times the usual size counts no further: one shelf emptied must not rule a batch


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    steps: int = 3000
    batch: int = 512
    rate: float = 2e-3
    warmup: int = 200
    decay: float = 0.01
    average: float = 0.998  # of the running mean of weights, which is what is kept
    seed: int = 20
    threads: int = 1
    device: str = "cpu"


def loss_of(model: DemandModel, batch: Batch) -> Tensor:
    view = model.window(batch.values, batch.observed)
    mean, quantiles = model.relative(view, batch.region)
    sized = view.size > 0
    actual = batch.future.transpose(1, 2) / torch.where(sized, view.size, torch.ones_like(view.size))
    seen = batch.future_observed.transpose(1, 2) * sized
    scale = error_scale(view, actual, seen)
    error = (pinball(actual, quantiles) + MEAN_SHARE * rounded(mean - actual, scale)) / scale
    share = seen.sum(-1).clamp(min=1)
    windows = ((error * seen).sum(-1) / share)[seen.sum(-1) > 0]
    return windows.mean()


def error_scale(view: View, actual: Tensor, seen: Tensor) -> Tensor:
    """What one error is worth: the usual change of this window, more where the future is out of all proportion."""
    far = ((actual - view.candidates[..., 2]).abs() * seen).sum(-1, keepdim=True) / seen.sum(-1, keepdim=True).clamp(min=1)
    return torch.maximum(0.5 * view.noise + 0.5 * view.candidates.new_tensor(0.02) + 0.25 * _spread(view), WORST * far)


def _spread(view: View) -> Tensor:
    """How far apart simple forecasts lie: large where the window has seasons or trends to get right."""
    return (view.candidates - view.candidates.mean(-1, keepdim=True)).abs().mean((-1, -2), keepdim=False)[..., None]


def pinball(actual: Tensor, quantiles: Tensor) -> Tensor:
    levels = torch.tensor(QUANTILES, dtype=quantiles.dtype, device=quantiles.device)
    error = actual[..., None] - quantiles
    return 2 * torch.maximum(levels * error, (levels - 1) * error).mean(-1)


def rounded(error: Tensor, scale: Tensor) -> Tensor:
    """Squared near zero and straight far out (pseudo-Huber), so that it finds a mean that outliers do not carry away."""
    width = 4 * scale
    return width * (torch.sqrt(1 + (error / width) ** 2) - 1) * 2


class Average:
    """A running mean of the weights: steadier than the last step."""

    def __init__(self, model: nn.Module, keep: float) -> None:
        self.keep, self.steps = keep, 0
        self.mean = {name: tensor.detach().clone() for name, tensor in model.state_dict().items()}

    def add(self, model: nn.Module) -> None:
        self.steps += 1
        keep = min(self.keep, self.steps / (self.steps + 10))
        for name, tensor in model.state_dict().items():
            if tensor.is_floating_point():
                self.mean[name].lerp_(tensor.detach(), 1 - keep)


def rate_at(step: int, plan: Plan) -> float:
    """Rises straight, falls as a cosine."""
    if step < plan.warmup:
        return (step + 1) / plan.warmup
    done = (step - plan.warmup) / max(plan.steps - plan.warmup, 1)
    return 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


def learn(model: DemandModel, batches: Iterator[Batch], plan: Plan, report: Callable[[int, float], None]) -> DemandModel:
    """Trains what is not frozen, and leaves the model with the mean of its latest weights."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    model.to(plan.device)
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate_at(step, plan))
    average, losses = Average(model, plan.average), []
    model.train()
    for step, batch in enumerate(islice(batches, plan.steps), 1):
        losses.append(one_step(model, batch.to(plan.device), optimiser, trained))
        if not math.isfinite(losses[-1]):
            raise FloatingPointError(f"The loss of step {step} is {losses[-1]}: some history is not what it should be.")
        schedule.step()
        average.add(model)
        if step % 100 == 0 or step == plan.steps:
            report(step, sum(losses) / len(losses))
            losses.clear()
    model.load_state_dict(average.mean)
    return model.cpu().eval()


def one_step(model: DemandModel, batch: Batch, optimiser: torch.optim.Optimizer, trained: list[nn.Parameter]) -> float:
    loss = loss_of(model, batch)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(trained, 1.0)
    optimiser.step()
    return loss.item()


class Clock:
    """Tells how far the loop is, and in how long."""

    def __init__(self, steps: int) -> None:
        self.steps, self.start = steps, time.perf_counter()

    def __call__(self, step: int, loss: float) -> None:
        seconds = time.perf_counter() - self.start
        print(f"step {step:6} of {self.steps}  loss {loss:.4f}  {seconds:7.1f} s", flush=True)
