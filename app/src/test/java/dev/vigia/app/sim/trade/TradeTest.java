package dev.vigia.app.sim.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vigia.app.sim.CompanySettings;
import dev.vigia.app.sim.RowChange;
import dev.vigia.app.sim.trade.book.Erp;
import dev.vigia.app.sim.trade.book.Truth;
import dev.vigia.app.sim.trade.book.Wms;
import dev.vigia.app.sim.trade.product.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TradeTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void shouldWriteTheSameYearWhenTheSeedIsTheSame() {
        assertThat(fingerprint(small(1), 52)).isEqualTo(fingerprint(small(1), 52));
    }

    @Test
    void shouldWriteOtherRowsWhenTheSeedIsAnother() {
        assertThat(fingerprint(small(1), 2)).isNotEqualTo(fingerprint(small(2), 2));
    }

    @Test
    void shouldPlanTheSameDayWhenItIsPlannedAgainFromWhatWasSaved() throws JsonProcessingException {
        // Given
        var settings = small(3);
        var trade = new Trade(settings);
        var restarted = new Trade(settings);
        var state = trade.initialState();
        for (int day = 0; day < 45; day++) {
            var date = settings.start().plusDays(day);
            // When
            var saved = JSON.readValue(JSON.writeValueAsString(state), TradeState.class);
            var planned = trade.plan(date, state, List.of());
            var again = restarted.plan(date, saved, List.of());
            // Then
            assertThat(saved).isEqualTo(state);
            assertThat(again.changes()).isEqualTo(planned.changes());
            assertThat(again.stateAtEnd()).isEqualTo(planned.stateAtEnd());
            state = planned.stateAtEnd();
        }
    }

    @Test
    void shouldLeaveTheDemandForOthersAsItWasWhenAProductIsAdded() {
        // Given
        var before = demand(company(5, 10));
        // When
        var after = demand(company(5, 11));
        // Then
        assertThat(after).hasSizeGreaterThan(before.size()).containsAllEntriesOf(before);
    }

    @Test
    void shouldNeverPromiseMoreThanIsOnHandWhenStockMoves() {
        // Given
        var levels = new ArrayList<Row>();
        // When
        play(small(4), 26, change -> {
            if (change.table().equals(Wms.STOCK_LEVEL) && change.kind() == RowChange.Kind.UPDATE) {
                levels.add(Row.of(change));
            }
        });
        // Then
        assertThat(levels)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(level -> assertThat(level.number("reserved"))
                        .isNotNegative()
                        .isLessThanOrEqualTo(level.number("on_hand")));
    }

    @Test
    void shouldOpenWithEverythingThatOrdersReferToWhenTheHistoryBegins() {
        var opening = new Trade(CompanySettings.DEFAULT)
                .opening().stream()
                        .collect(Collectors.groupingBy(change -> change.table().name(), Collectors.counting()));
        assertThat(opening)
                .containsEntry("wms.warehouse", 4L)
                .containsEntry("wms.warehouse_region", 6L)
                .containsEntry("erp.product", 26L)
                .containsEntry("wms.stock_level", 4 * 26L)
                .containsEntry("wms.replenishment_policy", 4 * 26L)
                .containsKey("erp.customer");
    }

    @Test
    void shouldSellInTheRegionsOfTheCompanyWhenRegionsAreNamed() {
        assertThat(Arrays.stream(Region.values()).map(Region::name)).containsExactlyElementsOf(CompanySettings.REGIONS);
    }

    @Test
    void shouldPutASaleOnTheBusinessDayWhenTheCompanyLivesInAnotherZone() {
        // Given
        var settings = new CompanySettings(1, 6, 2, 0, LocalDate.of(2024, 3, 4), ZoneId.of("Asia/Kathmandu"));
        // When
        var ledgers = Ledgers.of(settings, 14);
        // Then
        assertThat(ledgers.rows(Erp.SALES_ORDER))
                .isNotEmpty()
                .allSatisfy(order -> assertThat(order.instant("ordered_at")
                                .atZone(settings.zone())
                                .getHour())
                        .isBetween(6, 21));
    }

    private static CompanySettings small(long seed) {
        return company(seed, 7);
    }

    private static CompanySettings company(long seed, int products) {
        var usual = CompanySettings.DEFAULT;
        return new CompanySettings(seed, products, 52, 0, usual.start(), usual.zone());
    }

    private static int fingerprint(CompanySettings settings, int weeks) {
        int[] hash = {new Trade(settings).opening().hashCode()};
        play(
                settings,
                weeks,
                change -> hash[0] = Objects.hash(
                        hash[0],
                        change.at(),
                        change.table().name(),
                        change.kind().name(),
                        change.values()));
        return hash[0];
    }

    /** By series and week. */
    private static Map<String, Object> demand(CompanySettings settings) {
        var demand = new HashMap<String, Object>();
        play(settings, 8, change -> {
            if (change.table().equals(Truth.DEMAND_WEEK)) {
                var row = Row.of(change);
                demand.put(Row.key(change).toString(), List.of(row.real("mean_demand"), row.number("demand")));
            }
        });
        return demand;
    }

    private static void play(CompanySettings settings, int weeks, Consumer<RowChange> reader) {
        var trade = new Trade(settings);
        var state = trade.initialState();
        for (int day = 0; day < weeks * 7; day++) {
            var planned = trade.plan(settings.start().plusDays(day), state, List.of());
            planned.changes().forEach(reader);
            state = planned.stateAtEnd();
        }
    }
}
