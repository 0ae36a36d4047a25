package dev.vigia.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontierTest {

    private static final Instant NOON = Instant.parse("2026-06-22T12:00:00Z");

    @Test
    void shouldVouchForNothingWhenOneOfTwoUpstreamsWasNeverHeard() {
        // Given
        var one = Frontier.UNKNOWN.heard(upstream("erp", 0), passed(1, NOON));
        // When
        var both = one.heard(upstream("erp", 1), passed(1, NOON.plusSeconds(5)));
        // Then
        assertThat(one.of("erp")).isEmpty();
        assertThat(both.of("erp")).contains(NOON);
    }

    @Test
    void shouldVouchForNothingWhenOneIsInItsSnapshotOrInAnOlderEpoch() {
        // Given
        var live =
                Frontier.UNKNOWN.heard(upstream("erp", 0), passed(1, NOON)).heard(upstream("erp", 1), passed(1, NOON));
        // When
        var snapshot = live.heard(upstream("erp", 0), new Passed(2, false, NOON, 2));
        var half = snapshot.heard(upstream("erp", 0), passed(2, NOON));
        var whole = half.heard(upstream("erp", 1), passed(2, NOON.plusSeconds(1)));
        // Then
        assertThat(snapshot.of("erp")).isEmpty();
        assertThat(half.of("erp")).isEmpty();
        assertThat(whole.of("erp")).contains(NOON);
        assertThat(whole.epoch("erp")).isEqualTo(2);
    }

    @Test
    void shouldNeverGoBackWhenSomethingOldIsHeardAgain() {
        // Given
        var now = Frontier.UNKNOWN.heard(upstream("erp", 0), new Passed(2, true, NOON, 1));
        // When
        var older = now.heard(upstream("erp", 0), new Passed(2, true, NOON.minusSeconds(9), 1));
        var snapshot = now.heard(upstream("erp", 0), new Passed(2, false, NOON.plusSeconds(9), 1));
        var epoch = now.heard(upstream("erp", 0), new Passed(1, true, NOON.plusSeconds(9), 1));
        // Then
        assertThat(List.of(older, snapshot, epoch)).containsOnly(now);
    }

    @Test
    void shouldBeTheLeastOfAllSourcesWhenSeveralAreAsked() {
        // Given
        var frontier = Frontier.UNKNOWN
                .heard(upstream("erp", 0), new Passed(1, true, NOON, 1))
                .heard(upstream("shop", 0), new Passed(7, true, NOON.minusSeconds(60), 1));
        // Then
        assertThat(frontier.of(Set.of("erp", "shop"))).contains(NOON.minusSeconds(60));
        assertThat(frontier.of(Set.of("erp", "shop", "csv"))).isEmpty();
        assertThat(frontier.of(Set.of("erp"))).contains(NOON);
    }

    private static Upstream upstream(String source, int partition) {
        return new Upstream(source, "join-orders", partition);
    }

    private static Passed passed(long epoch, Instant at) {
        return new Passed(epoch, true, at, 2);
    }
}
