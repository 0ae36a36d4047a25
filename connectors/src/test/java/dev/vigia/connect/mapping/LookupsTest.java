package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lookups: what they look for, and which of the rows they find counts. */
class LookupsTest {

    private static final Table MACHINES = Table.of("p.machine", "id! numeric, kind text");
    private static final Table STATES =
            Table.of("p.state", "no! integer, machine numeric, since timestamptz, state text");
    private static final String YAML = """
            source: p
            timezone: UTC
            records:
              - to: equipment.state.v1
                from: p.machine
                key: [id]
                lookup:
                  latest: { from: p.state, on: { machine: id }, newest: since }
                  any: { from: p.state, on: { no: latest.no + 1 } }
                fields:
                  state: { value: latest.state, map: { on: RUNNING }, otherwise: UNKNOWN }
                  since: coalesce(instant(latest.since), local('2020-01-01'))
            """;

    private final Rule rule = Mapping.parse("p.yaml", YAML)
            .bind(Table.shapes(MACHINES, STATES), Salt.none())
            .get(0);
    private final Lookup latest = rule.lookups().get(0);
    private final Lookup any = rule.lookups().get(1);

    private static Row state(int no, @Nullable Instant since) {
        return STATES.row(BigDecimal.valueOf(no), BigDecimal.ONE, since, "on");
    }

    @Test
    void shouldKeepSecretWhatIsHashedInAKeyAlone() {
        // Given
        var yaml = """
                source: p
                timezone: UTC
                records:
                  - to: sales.order.v1
                    from: p.orders
                    key: [hash(tax_id)]
                    where: hash(mail) is not null
                    fields:
                      soldAt: instant(at)
                """;
        // When
        var mapping = Mapping.parse("p.yaml", yaml);
        // Then
        assertThat(mapping.hashedColumns(TableId.parse("p.orders"))).containsExactly("mail", "tax_id");
    }

    @Test
    void shouldKeepSecretWhatIsComparedWithAHashedColumnOnWhicheverSideItStands() {
        // Given
        var yaml = """
                source: p
                timezone: UTC
                records:
                  - to: sales.order.v1
                    from: p.orders
                    key: [id]
                    lookup:
                      cust: { from: p.customer, on: { id: customer_id } }
                    fields:
                      soldAt: instant(at)
                      customer: hash(cust.id)
                  - to: sales.line.v1
                    from: p.lines
                    key: [order_id, no]
                    lookup:
                      order: { from: p.orders, on: { customer_id: buyer, id: order_id } }
                    fields:
                      quantity: quantity
                      revenue: amount
                """;
        // When
        var mapping = Mapping.parse("p.yaml", yaml);
        // Then
        assertThat(mapping.hashedColumns(TableId.parse("p.customer"))).containsExactly("id");
        assertThat(mapping.hashedColumns(TableId.parse("p.orders"))).containsExactly("customer_id");
        assertThat(mapping.hashedColumns(TableId.parse("p.lines"))).containsExactly("buyer");
    }

    @Test
    void shouldLookForNumbersHoweverTheyAreWritten() {
        // When
        var wanted = latest.wanted(MACHINES.row(new BigDecimal("1.00"), "x"), Found.nothing());
        // Then
        assertThat(wanted).isEqualTo(latest.offered(state(1, null)));
        assertThat(latest.offered(STATES.row(BigDecimal.ONE, null, null, null))).isNull();
        assertThat(latest.columns()).containsExactly("machine");
    }

    @Test
    void shouldLookForNothingWhenItIsNullOrWasNotFound() {
        assertThat(latest.wanted(MACHINES.row(null, "x"), Found.nothing())).isNull();
        assertThat(any.wanted(MACHINES.row(BigDecimal.ONE, "x"), Found.nothing()))
                .isNull();
        var found = Found.nothing().and(latest, List.of(state(4, null)));
        assertThat(any.wanted(MACHINES.row(BigDecimal.ONE, "x"), found)).isEqualTo(List.of(BigDecimal.valueOf(5)));
    }

    @Test
    void shouldPickTheSameRowInWhateverOrderTheyAreFound() {
        // Given
        var at = Instant.parse("2024-01-01T00:00:00Z");
        var rows = new ArrayList<>(List.of(
                state(1, at), state(2, at.plusSeconds(9)), state(3, at.plusSeconds(9)), state(4, null), state(5, at)));
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(rows, new Random(seed));
            // Then
            assertThat(latest.pick(rows)).containsExactly(state(3, at.plusSeconds(9)));
            assertThat(any.pick(rows)).containsExactly(state(1, at));
        }
        assertThat(latest.pick(List.of())).isEmpty();
    }

    @Test
    void shouldRefuseWhatCannotBeLookedForInsteadOfFindingNothing() {
        // Given
        var row = MACHINES.row(BigDecimal.ONE, "x");
        var broken = Found.nothing()
                .and(
                        latest,
                        List.of(STATES.row(
                                new Unusable("NaN", "not-a-number", "it is NaN"),
                                BigDecimal.ONE,
                                Instant.EPOCH,
                                "on")));
        // Then
        assertThat(any.wanted(row, broken)).isNull();
        assertThat(rule.make(row, broken))
                .isEqualTo(new Made.Refused(
                        "1",
                        new Refusal("not-a-number", "lookup any: column \"no\": it is NaN", "p.yaml:9 lookup any")));
    }
}
