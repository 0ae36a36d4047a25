package dev.vigia.app.sim.trade.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.app.sim.Draws;
import dev.vigia.app.sim.trade.book.Dice;
import dev.vigia.app.sim.trade.product.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ClerkTest {

    private static final Instant NOON = Instant.parse("2024-05-06T15:00:00Z");
    private static final Terms TERMS = new Terms(new BigDecimal("9.90"), 0);
    private static final SalesOrder MEANT = new SalesOrder(
            7,
            new Buyer("SP-00001", Region.SP, Channel.WEB),
            NOON,
            NOON.plusSeconds(300),
            null,
            List.of(line(1, "A", "2.000"), line(2, "B", "5.500")));

    @Test
    void shouldEndAsItWasMeantWhenEveryMistakeIsPutRight() {
        // Given
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        int mistaken = 0;
        for (int attempt = 0; attempt < 3_000; attempt++) {
            // When
            var events = Clerk.type(MEANT, Dice.of(new Draws(seed), "order", attempt));
            // Then
            assertThat(result(events)).as("seed %s, attempt %s", seed, attempt).isEqualTo(MEANT);
            mistaken += events.size() > 1 ? 1 : 0;
        }
        assertThat(mistaken).isBetween(60, 450);
    }

    @Test
    void shouldCorrectOnlyWhatWasEnteredBeforeWhenMistakesAreNoticed() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            var events = Clerk.type(MEANT, Dice.of(new Draws(1), attempt));
            assertThat(events.get(0)).isInstanceOf(OrderEvent.Entered.class);
            assertThat(events.subList(1, events.size()))
                    .allSatisfy(event -> assertThat(event.at()).isAfter(MEANT.postedAt()));
        }
    }

    private static SalesOrder result(List<OrderEvent> events) {
        var order = ((OrderEvent.Entered) events.get(0)).order();
        for (var event : events.subList(1, events.size())) {
            order = apply(event, order);
        }
        return order;
    }

    private static SalesOrder apply(OrderEvent event, SalesOrder order) {
        if (event instanceof OrderEvent.Redated redated) {
            return order.orderedAt(redated.orderedAt());
        } else if (event instanceof OrderEvent.Rerouted rerouted) {
            return order.by(order.buyer().movedTo(rerouted.region()));
        }
        var lines = new ArrayList<>(order.lines());
        if (event instanceof OrderEvent.LineCorrected corrected) {
            lines.replaceAll(line -> line.number() == corrected.line().number() ? corrected.line() : line);
        } else if (event instanceof OrderEvent.LineDeleted deleted) {
            lines.removeIf(line -> line.number() == deleted.line().number());
        }
        return order.with(lines);
    }

    private static Line line(int number, String sku, String quantity) {
        return new Line(number, sku, new BigDecimal(quantity), TERMS);
    }
}
