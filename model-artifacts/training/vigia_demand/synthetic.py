"""The synthetic prior: weekly demand as trade knows it, thousands of series at once.

A series is exp(sum of parts) turned into sales by a noise family, and revenue is sales times a price that promotions
lower. Each part is often absent, so that pure and mixed series both occur. Neighbours in a group stand for regions
of one product: they share seasons, promotions and prices, and differ in level, growth and noise.
"""

from collections.abc import Callable

import numpy as np

from vigia_demand.contract import CONTEXT, HORIZON, YEAR
from vigia_demand.series import Array

WEEKS = CONTEXT + HORIZON
GROUP = 4


class Prior:
    """One draw of many series; the parts below read top to bottom."""

    def __init__(self, series: int, seed: int) -> None:
        self.n = series
        self.rng = np.random.default_rng(seed)
        self.week = np.arange(WEEKS)
        self.phase = self.shared(lambda n: self.rng.uniform(0, YEAR, (n, 1)))
        self.restless = 1 - self.sometimes(0.2)  # a fifth are calm: sums over many products, without promotions or shifts

    def draw(self) -> tuple[Array, Array]:
        """Units and revenue, float32 [series, WEEKS, 2], and where they were in stock."""
        promotion, discount = self.promotions()
        price = self.prices() - discount
        demand = self.growth() + self.wandering() + self.seasons() + self.holidays() + self.rhythms()
        demand += self.shifts() + promotion + self.elasticity() * (price - price.mean(axis=1, keepdims=True))
        units = self.sales(np.clip(demand, -8, 8)) * self.lifetime()
        revenue = units * np.exp(price) * self.lognormal(0.3, 60)
        return np.stack([units, revenue], axis=2).astype(np.float32), self.in_stock()

    # --- small tools ---------------------------------------------------------------------------------------------

    def shared(self, make: Callable[[int], Array]) -> Array:
        """The same draw for all regions of a product."""
        return np.repeat(make(-(-self.n // GROUP)), GROUP, axis=0)[: self.n]

    def sometimes(self, chance: float) -> Array:
        return self.rng.random((self.n, 1)) < chance

    def log_uniform(self, low: float, high: float, columns: int = 1) -> Array:
        return np.exp(self.rng.uniform(np.log(low), np.log(high), (self.n, columns)))

    def lognormal(self, low: float, high: float) -> Array:
        return np.exp(self.rng.uniform(np.log(low), np.log(high), (self.n, 1)))

    # --- parts of the logarithm of demand --------------------------------------------------------------------------

    def growth(self) -> Array:
        """A slope a year that may bend once, and is seldom steep."""
        steep = np.where(self.sometimes(0.15), 0.6, 0.12)
        slopes = self.rng.normal(0, 1, (self.n, 2)) * steep * self.sometimes(0.7)
        bend = self.rng.uniform(-WEEKS, WEEKS, (self.n, 1))
        after = np.maximum(self.week - bend, 0)
        return (slopes[:, :1] * self.week + (slopes[:, 1:] - slopes[:, :1]) * after) / YEAR

    def wandering(self) -> Array:
        """A random walk, with or without momentum, or a smooth kernel: what has no calendar."""
        step = self.rng.standard_t(5, (self.n, WEEKS)) * self.log_uniform(0.001, 0.12)
        momentum = np.where(self.sometimes(0.3), self.rng.uniform(0.3, 0.95, (self.n, 1)), 0.0)
        recall = np.where(self.sometimes(0.4), self.rng.uniform(0.6, 0.99, (self.n, 1)), 1.0)
        walk = recurrent(recurrent(step * (1 - 0.7 * momentum), momentum), recall)
        return walk * self.sometimes(0.65) * (0.3 + 0.7 * self.restless) + self.kernel() * self.sometimes(0.3)

    def kernel(self) -> Array:
        """A Gaussian process by random Fourier features: a squared exponential of a random length."""
        waves = 8
        length = self.log_uniform(4, 150)[..., None]
        frequency = self.rng.normal(0, 1, (self.n, waves, 1)) / length
        angle = frequency * self.week + self.rng.uniform(0, 2 * np.pi, (self.n, waves, 1))
        return np.cos(angle).sum(axis=1) * np.sqrt(2 / waves) * self.log_uniform(0.02, 0.5)

    def seasons(self) -> Array:
        """A yearly wave of up to six harmonics whose strength differs from year to year."""
        harmonic = np.arange(1, 7)
        decay = self.rng.uniform(0.3, 2.5, (self.n, 1))
        waves = self.shared(lambda n: self.rng.normal(0, 1, (n, 2, 6)))
        size = harmonic**-decay * self.log_uniform(0.02, 0.7) * self.sometimes(0.65)
        angle = 2 * np.pi * harmonic * ((self.week + self.phase) / YEAR)[..., None]
        wave = np.einsum("nk,nwk->nw", waves[:, 0] * size, np.cos(angle))
        wave += np.einsum("nk,nwk->nw", waves[:, 1] * size, np.sin(angle))
        return wave * self._of_year(1 + 0.1 * self.rng.normal(0, 1, (self.n, 5)))

    def holidays(self) -> Array:
        """Peaks and holes at fixed weeks, or at weeks that move from year to year."""
        total = np.zeros((self.n, WEEKS))
        for _ in range(4):
            centre = self.shared(lambda n: self.rng.uniform(0, YEAR, (n, 1)))
            moves = self.shared(lambda n: self.rng.uniform(-2, 2, (n, 5)) * (self.rng.random((n, 1)) < 0.3))
            width = self.shared(lambda n: self.rng.uniform(0.4, 2.0, (n, 1)))
            size = self.rng.normal(0.15, 0.4, (self.n, 1)) * self.sometimes(0.3)
            distance = (self.week + self.phase - centre - self._of_year(moves) + YEAR / 2) % YEAR - YEAR / 2
            total += size * np.exp(-0.5 * (distance / width) ** 2)
        return total

    def _of_year(self, yearly: Array) -> Array:
        """A value a year, spread over its weeks."""
        year = ((self.week + self.phase + YEAR / 2) // YEAR).astype(int)
        return np.take_along_axis(yearly, np.minimum(year, yearly.shape[1] - 1), axis=1)

    def rhythms(self) -> Array:
        """Months with their pay days, quarters and half years."""
        period = self.rng.choice([YEAR / 4, YEAR / 2], (self.n, 1))
        wave = np.cos(2 * np.pi * (self.week + self.phase) / period) * self.log_uniform(0.01, 0.3) * self.sometimes(0.12)
        month = 2 * np.pi * (self.week + self.phase) * 12 / YEAR + self.rng.uniform(0, 2 * np.pi, (self.n, 1))
        sharp = self.log_uniform(0.5, 4)
        payday = np.exp(sharp * (np.cos(month) - 1)) * self.rng.choice([-1, 1], (self.n, 1)) * self.log_uniform(0.02, 0.4)
        return wave + payday * self.sometimes(0.2)

    def shifts(self) -> Array:
        """A step at a random week: a listing won or lost."""
        at = self.rng.integers(0, WEEKS, (self.n, 1))
        return (self.week >= at) * self.rng.normal(0, 0.5, (self.n, 1)) * self.sometimes(0.2) * self.restless

    # --- price and promotion -----------------------------------------------------------------------------------------

    def promotions(self) -> tuple[Array, Array]:
        """Lifts of one to three weeks with the discount that made them, and the dip after; some return every year."""
        chance = self.shared(lambda n: np.exp(self.rng.uniform(np.log(0.01), np.log(0.25), (n, 1))))
        start = self.shared(lambda n: self.rng.random((n, WEEKS))) < chance
        yearly = self.shared(lambda n: self.rng.random((n, 1)) < 0.3)
        start = np.where(yearly, np.tile(start[:, :YEAR], (1, 3))[:, :WEEKS], start)
        weight = start * self.rng.uniform(0.3, 1.3, (self.n, WEEKS))
        active = recurrent(weight, self.rng.uniform(0.0, 0.5, (self.n, 1)))
        after = np.roll(active, 2, axis=1) * self.rng.uniform(0, 0.3, (self.n, 1))
        present = self.sometimes(0.4) * self.restless
        discount = np.clip(active, 0, 1.5) * self.rng.uniform(0.02, 0.35, (self.n, 1)) * present
        return (active - after) * self.rng.uniform(0.1, 1.2, (self.n, 1)) * present, discount

    def prices(self) -> Array:
        """The logarithm of the list price: steps now and then, upwards more often."""
        step = (self.rng.random((self.n, WEEKS)) < 0.03) * self.rng.normal(0.02, 0.06, (self.n, WEEKS))
        return np.cumsum(step, axis=1) * self.sometimes(0.7)

    def elasticity(self) -> Array:
        return -self.rng.uniform(0, 2, (self.n, 1)) * self.sometimes(0.6)

    # --- from demand to sales ----------------------------------------------------------------------------------------

    def sales(self, demand: Array) -> Array:
        """Four families: measured amounts, counts, rare counts, and rare lumps."""
        family = self.rng.choice(4, (self.n, 1), p=[0.6, 0.22, 0.1, 0.08])
        amounts = np.exp(demand + self.noise()) * 10 ** self.rng.uniform(-1, 5, (self.n, 1))
        mean = np.exp(np.clip(demand, -4, 4)) * np.where(family == 1, self.log_uniform(3, 300), self.log_uniform(0.05, 2))
        counts = self.counts(mean)
        sizes = np.ceil(np.exp(self.noise()) * self.log_uniform(1, 40))
        lumps = (self.rng.random(mean.shape) < np.clip(mean * 0.4, 0, 0.9)) * sizes
        return np.select([family == 0, family == 3], [amounts, lumps], counts)

    def noise(self) -> Array:
        """Independent or lasting errors, some with heavy tails, and single outliers."""
        error = self.rng.normal(0, 1, (self.n, WEEKS))
        heavy = self.rng.standard_t(3, (self.n, WEEKS))
        lasting = np.where(self.sometimes(0.3), self.rng.uniform(0, 0.8, (self.n, 1)), 0.0)
        error = recurrent(np.where(self.sometimes(0.2), heavy, error) * np.sqrt(1 - lasting**2), lasting)
        outlier = (self.rng.random((self.n, WEEKS)) < 0.02) * self.rng.normal(0.3, 1, (self.n, WEEKS)) * self.sometimes(0.25)
        return np.clip(error * self.log_uniform(0.003, 0.8), -3, 3) + outlier

    def counts(self, mean: Array) -> Array:
        """Negative binomial: a Poisson whose rate is itself noisy."""
        shape = self.log_uniform(0.5, 100)
        return self.rng.poisson(np.clip(mean * self.rng.gamma(shape, 1 / shape, mean.shape), 0, 1e6)).astype(float)

    def lifetime(self) -> Array:
        """Launches that ramp up and products that fade out; before and after is zero."""
        launch = np.where(self.sometimes(0.12), self.rng.uniform(0, CONTEXT, (self.n, 1)), -WEEKS)
        ramp = np.clip((self.week - launch) / self.log_uniform(1, 20), 0, 1)
        end = np.where(self.sometimes(0.06), self.rng.uniform(CONTEXT / 2, WEEKS, (self.n, 1)), 2 * WEEKS)
        fade = np.clip((end - self.week) / self.log_uniform(1, 30), 0, 1)
        return ramp * fade

    def in_stock(self) -> Array:
        """Runs of weeks out of stock; the mask hides them, whatever was sold."""
        out = self.rng.random((self.n, WEEKS)) < 0.02
        out |= np.roll(out, 1, axis=1) & (self.rng.random((self.n, WEEKS)) < 0.6)
        return ~(out & self.sometimes(0.15))


def recurrent(step: Array, recall: Array) -> Array:
    """y[t] = recall · y[t−1] + step[t]; a recall of one sums, of zero repeats the steps."""
    total = np.empty_like(step)
    last = np.zeros(len(step))
    for week in range(step.shape[1]):
        last = last * recall[:, 0] + step[:, week]
        total[:, week] = last
    return total


def synthesize(series: int, seed: int, chunk: int = 10_000) -> tuple[Array, Array]:
    """Many draws of the prior; the same seed gives the same series."""
    parts = [Prior(min(chunk, series - start), seed + start).draw() for start in range(0, series, chunk)]
    return np.concatenate([values for values, _ in parts]), np.concatenate([stock for _, stock in parts])
