package dev.vigia.app.sim.trade.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void shouldAddUpToTheWholeWhenItIsDivided() {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        for (int steps = 1; steps < 500; steps++) {
            var portions = Portions.divide(steps, 6, Dice.of(new Draws(seed), steps));
            assertThat(portions).as("seed %s, %s steps", seed, steps).allMatch(portion -> portion > 0);
            assertThat(portions.stream().mapToInt(Integer::intValue).sum()).isEqualTo(steps);
        }
    }
}
