package dev.vigia.topology.demand.join;

import static dev.vigia.topology.demand.join.JoinBench.cell;
import static dev.vigia.topology.demand.join.JoinBench.header;
import static dev.vigia.topology.demand.join.JoinBench.live;
import static dev.vigia.topology.demand.join.JoinBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Passed;
import dev.vigia.domain.Series;
import dev.vigia.schemas.Position;
import dev.vigia.topology.demand.event.SeriesEvent.UpstreamPassed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderJoinerTest {

    private static final String ERP = "erp";
    private static final Object CELL = cell(new Series("P-1", "SP"), new BusinessWeek(7));
    private static final int MANY = 500;

    private final JoinBench bench = new JoinBench();

    @Test
    void shouldAddALineOnceItsOrderIsThereWhicheverCameFirst() {
        // When
        bench.line(ERP, "o", "1", position(2), said("P-1", 5));
        // Then
        assertThat(bench.totals()).isEmpty();
        // When
        bench.order(ERP, "o", position(1), header(7, "SP"));
        // Then
        assertThat(units(CELL)).isEqualTo(5);
    }

    @Test
    void shouldMoveLinesWhenTheirOrderMovesToAnotherRegionOrIsCancelled() {
        // Given
        bench.order(ERP, "o", position(1), header(7, "RJ"));
        bench.line(ERP, "o", "1", position(2), said("P-1", 5));
        // When
        bench.order(ERP, "o", position(3), header(7, "SP"));
        // Then
        assertThat(bench.totals()).containsOnlyKeys(CELL);
        // When
        bench.order(ERP, "o", position(4), null);
        // Then
        assertThat(bench.totals()).isEmpty();
    }

    @Test
    void shouldIgnoreWhatIsNotNewerThanWhatItKnows() {
        // Given
        bench.order(ERP, "o", position(1), header(7, "SP"));
        bench.line(ERP, "o", "1", position(5), said("P-1", 5));
        // When
        bench.line(ERP, "o", "1", position(5), said("P-1", 9));
        bench.line(ERP, "o", "1", position(4), null);
        bench.order(ERP, "o", position(1), null);
        // Then
        assertThat(units(CELL)).isEqualTo(5);
    }

    @Test
    void shouldSayHowFarASourceIsOnlyWhenAllLinesOfALongOrderHaveMoved() {
        // Given
        bench.order(ERP, "o", position(1), header(6, "SP"));
        for (int line = 0; line < MANY; line++) {
            bench.line(ERP, "o", "" + line, position(2), said("P-1", 1));
        }
        bench.passed(ERP, live(1, 10));
        bench.workToTheEnd();
        // When
        bench.order(ERP, "o", position(3), header(7, "SP"));
        bench.passed(ERP, live(1, 20));
        // Then
        assertThat(units(CELL)).isLessThan(MANY);
        assertThat(at()).isEqualTo(Instant.ofEpochSecond(10));
        // When: it is interrupted in the middle.
        bench.work();
        bench.restart();
        bench.workToTheEnd();
        // Then
        assertThat(units(CELL)).isEqualTo(MANY);
        assertThat(at()).isEqualTo(Instant.ofEpochSecond(20));
    }

    @Test
    void shouldTakeBackWhatANewEpochDidNotShow() {
        // Given
        bench.order(ERP, "kept", position(1), header(7, "SP"));
        bench.line(ERP, "kept", "1", position(1), said("P-1", 5));
        bench.line(ERP, "kept", "2", position(1), said("P-1", 7));
        bench.order(ERP, "gone", position(1), header(7, "SP"));
        bench.line(ERP, "gone", "1", position(1), said("P-1", 9));
        bench.passed(ERP, live(1, 10));
        bench.workToTheEnd();
        // When
        bench.order(ERP, "kept", new Position(2, 0, 1), header(7, "SP"));
        bench.line(ERP, "kept", "1", new Position(2, 0, 2), said("P-1", 6));
        // Then: nothing is taken back while the snapshot streams in, and nothing vouched for.
        assertThat(units(CELL)).isEqualTo(6 + 7 + 9);
        assertThat(newest().passed().live()).isFalse();
        // When
        bench.passed(ERP, live(2, 30));
        bench.workToTheEnd();
        // Then
        assertThat(units(CELL)).isEqualTo(6);
        assertThat(newest().passed()).isEqualTo(live(2, 30));
    }

    @Test
    void shouldLeaveOtherSourcesAloneWhenOneBeginsANewEpoch() {
        // Given
        bench.order("shop", "s", position(1), header(7, "SP"));
        bench.line("shop", "s", "1", position(1), said("P-1", 5));
        bench.passed("shop", live(1, 10));
        bench.workToTheEnd();
        // When
        bench.passed(ERP, new Passed(4, false, Instant.EPOCH, 1));
        bench.passed(ERP, live(4, 30));
        bench.workToTheEnd();
        // Then
        assertThat(units(CELL)).isEqualTo(5);
        assertThat(newest().upstream().source()).isEqualTo(ERP);
    }

    private UpstreamPassed newest() {
        return bench.passed().get(bench.passed().size() - 1);
    }

    private Instant at() {
        return newest().passed().at();
    }

    private long units(Object cell) {
        var found = bench.totals().get(cell);
        return found == null ? 0 : found.amounts().gross().thousandths() / 1_000;
    }

    private static Position position(long offset) {
        return new Position(1, offset, 0);
    }
}
