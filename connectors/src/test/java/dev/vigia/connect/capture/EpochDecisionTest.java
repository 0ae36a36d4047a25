package dev.vigia.connect.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.capture.EpochDecision.Found;
import dev.vigia.schema.Phase;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpochDecisionTest {

    private static final ServerIdentity SERVER = new ServerIdentity("7001", 1);
    private static final String MAPPING = "mapping";
    private static final long SAFE = 100;
    private static final Map<String, String> TABLES = Map.of("public.line", "1 2 3", "public.orders", "1 4 5");

    @Test
    void shouldGoOnWhenNothingHasChanged() {
        // When
        var decision = decide(SERVER, slotAt(SAFE));
        // Then
        assertThat(decision.isNew()).isFalse();
        assertThat(decision.state()).isEqualTo(kept(null));
    }

    @Test
    void shouldBeginANewEpochWhenTheServerIsAnotherOrOnAnotherTimeline() {
        // When
        var restored = decide(new ServerIdentity("7002", 1), slotAt(SAFE));
        var promoted = decide(new ServerIdentity("7001", 2), slotAt(SAFE));
        // Then
        assertThat(restored.newBecause()).contains("another database server");
        assertThat(promoted.newBecause()).contains("another timeline");
        assertThat(promoted.state().epoch()).isEqualTo(4);
        assertThat(promoted.state().timeline()).isEqualTo(2);
        assertThat(promoted.state().offset()).isNull();
        assertThat(promoted.state().paused()).isEmpty();
    }

    @Test
    void shouldBeginANewEpochWhenTheSlotHasLostWhatWasNotWritten() {
        // When / Then
        assertThat(decide(SERVER, null).newBecause()).contains("slot is gone");
        assertThat(decide(SERVER, new Slot(0, true, SAFE, 0)).newBecause()).contains("threw away log");
        assertThat(decide(SERVER, slotAt(SAFE + 1)).newBecause()).contains("beyond what was written");
    }

    @Test
    void shouldAskAPersonWhenTheMappingWasChanged() {
        // When
        var found = new Found(Optional.of(kept(null)), SERVER, Optional.of(slotAt(SAFE)), true, TABLES);
        // Then
        assertThatThrownBy(() ->
                        EpochDecision.of(found, EpochChoice.USUAL, "another").requireAllowed())
                .hasMessageContaining("--new-epoch")
                .hasMessageContaining("--keep-epoch");
        assertThat(EpochDecision.of(found, EpochChoice.KEEP, "another").refused())
                .isNull();
        assertThat(EpochDecision.of(found, EpochChoice.NEW, "another").isNew()).isTrue();
    }

    @Test
    void shouldAskForANewEpochWhenATableWasTruncated() {
        // When
        var found = new Found(Optional.of(kept("line was truncated")), SERVER, Optional.of(slotAt(SAFE)), true, TABLES);
        // Then
        assertThat(EpochDecision.of(found, EpochChoice.USUAL, MAPPING).refused())
                .contains("line was truncated", "--new-epoch");
        assertThat(EpochDecision.of(found, EpochChoice.NEW, MAPPING).refused()).isNull();
    }

    @Test
    void shouldBeginANewEpochWhenATableStandsOtherwiseInTheLog() {
        // When
        var gone = decide(EpochChoice.USUAL, MAPPING, Map.of("public.line", "", "public.orders", "1 4 5"));
        var another = decide(EpochChoice.KEEP, MAPPING, Map.of("public.line", "1 2 3", "public.orders", "1 6 7"));
        // Then
        assertThat(gone.newBecause()).contains("public.line", "left the publication");
        assertThat(another.newBecause()).contains("public.orders", "was replaced");
        assertThat(another.state().tables()).containsEntry("public.orders", "1 6 7");
    }

    @Test
    void shouldInsistOnANewEpochWhenTheMappingReadsAnotherTable() {
        // Given
        var more = Map.of("public.line", "1 2 3", "public.orders", "1 4 5", "public.item", "");
        // When / Then
        assertThat(decide(EpochChoice.KEEP, "another", more).refused())
                .contains("public.item", "--new-epoch")
                .doesNotContain("--keep-epoch");
        assertThat(decide(EpochChoice.NEW, "another", more).refused()).isNull();
    }

    @Test
    void shouldForgetATableWhenTheMappingReadsItNoMore() {
        // When
        var decision = decide(EpochChoice.KEEP, "another", Map.of("public.line", "1 2 3"));
        // Then
        assertThat(decision.isNew()).isFalse();
        assertThat(decision.refused()).isNull();
        assertThat(decision.state().tables()).containsOnlyKeys("public.line");
    }

    @Test
    void shouldReadAStateThatWasKeptBeforeTablesWere() {
        // Given
        var json = new String(kept(null).json(), UTF_8).replaceFirst("\"tables\":\\{.*?},", "");
        // When
        var state = CaptureState.parse(json.getBytes(UTF_8));
        // Then
        assertThat(json).doesNotContain("tables");
        assertThat(state.epoch()).isEqualTo(3);
        assertThat(state.tables()).isEmpty();
    }

    private static EpochDecision decide(EpochChoice choice, String fingerprint, Map<String, String> tables) {
        var found = new Found(Optional.of(kept(null)), SERVER, Optional.of(slotAt(SAFE)), true, tables);
        return EpochDecision.of(found, choice, fingerprint);
    }

    private static EpochDecision decide(ServerIdentity server, @Nullable Slot slot) {
        var found = new Found(Optional.of(kept(null)), server, Optional.ofNullable(slot), true, TABLES);
        return EpochDecision.of(found, EpochChoice.USUAL, MAPPING);
    }

    private static Slot slotAt(long confirmed) {
        return new Slot(0, false, confirmed, 0);
    }

    private static CaptureState kept(@Nullable String needsNewEpoch) {
        return new CaptureState(
                3,
                Phase.LIVE,
                SERVER.system(),
                SERVER.timeline(),
                MAPPING,
                "3:100:0",
                TABLES,
                Map.of(),
                needsNewEpoch,
                Counts.NONE,
                null,
                Map.of("lsn_commit", SAFE));
    }
}
