import numpy as np
import pytest
import torch
from conftest import SEED, SMALL
from tsfm_public.models.tinytimemixer import TinyTimeMixerConfig, TinyTimeMixerForPrediction

from vigia_demand.contract import CONTEXT, HORIZON
from vigia_demand.golden import golden_windows
from vigia_demand.model import DemandModel, Shape
from vigia_demand.synthetic import synthesize

BATCH = 64


def inputs(scale=1.0):
    values = torch.from_numpy(synthesize(BATCH, SEED)[0][:, :CONTEXT]) * scale
    return values, torch.ones_like(values), torch.zeros(BATCH, dtype=torch.long)


def forecast(model, values, observed, region):
    with torch.no_grad():
        return model(values, observed, region)


def test_should_order_quantiles_and_stay_above_zero_when_weights_are_random(model):
    # Given, When
    mean, quantiles = forecast(model, *inputs())
    # Then
    assert mean.shape == (BATCH, HORIZON, 2)
    assert (quantiles.diff(dim=-1) >= 0).all()
    assert (quantiles >= 0).all()
    assert (mean >= 0).all()


def test_should_be_finite_when_windows_are_odd(model):
    # Given, When
    mean, quantiles = forecast(model, *map(torch.from_numpy, golden_windows()))
    # Then
    assert torch.isfinite(mean).all()
    assert torch.isfinite(quantiles).all()


def test_should_forecast_nothing_when_nothing_was_ever_sold(model):
    # Given
    values, observed, region = inputs(scale=0.0)
    # When
    mean, quantiles = forecast(model, values, observed, region)
    # Then
    assert mean.abs().max() == 0
    assert quantiles.abs().max() == 0


@pytest.mark.parametrize("scale", [1e-4, 1e5])
def test_should_scale_with_its_input_when_units_are_others(model, scale):
    # Given
    _, expected = forecast(model, *inputs())
    # When
    _, quantiles = forecast(model, *inputs(scale))
    # Then
    torch.testing.assert_close(quantiles / scale, expected, rtol=2e-3, atol=1e-3 * expected.max().item())


def test_should_not_look_at_hidden_weeks_when_the_mask_covers_them(model):
    # Given
    values, observed, region = inputs()
    observed[:, :50] = 0
    other = torch.where(observed > 0, values, values + 1000)
    # When, Then
    torch.testing.assert_close(forecast(model, values, observed, region), forecast(model, other, observed, region))


def test_should_know_regions_apart_when_the_same_window_comes_from_two(model):
    # Given
    values, observed, region = inputs()
    # When
    here, there = forecast(model, values, observed, region), forecast(model, values, observed, region + 1)
    # Then
    assert not torch.equal(here[1], there[1])


def test_should_have_fewer_than_a_million_parameters_when_shipped():
    assert DemandModel(Shape()).parameter_count() < 1_000_000


def test_should_come_back_the_same_when_saved(model, tmp_path):
    # Given
    model.save(tmp_path)
    # When
    loaded = DemandModel.load(tmp_path)
    # Then
    assert torch.equal(forecast(loaded, *inputs())[1], forecast(model, *inputs())[1])


@pytest.mark.parametrize("context", [104, 182])
def test_should_take_published_weights_when_a_checkpoint_is_in_a_folder(tmp_path, context):
    # Given
    torch.manual_seed(SEED)
    config = TinyTimeMixerConfig(
        context_length=context, patch_length=26, patch_stride=26, prediction_length=HORIZON, d_model=16, num_layers=1,
        decoder_d_model=16, decoder_num_layers=1, num_input_channels=1, scaling="std",
    )  # fmt: skip
    published = TinyTimeMixerForPrediction(config)
    published.save_pretrained(tmp_path)
    # When
    model = DemandModel.from_published(str(tmp_path), SMALL).eval()
    # Then
    expected = published.backbone.encoder.patcher.weight
    assert torch.equal(model.backbone.encoder.patcher.weight, expected)
    assert np.isfinite(forecast(model, *inputs())[1].numpy()).all()
