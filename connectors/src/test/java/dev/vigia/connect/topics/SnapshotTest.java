package dev.vigia.connect.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.envelope.EventSource;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.topics.Snapshot.Relation;
import dev.vigia.schema.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final Snapshot snapshot = Snapshot.NONE.and(row(100L, 5_000), false);

    @Test
    void shouldTakeTheFirstSnapshotForTheEpochsOwnWhenNothingWasLiveYet() {
        assertThat(Snapshot.NONE.relation(row(100L, 5_000), Phase.SNAPSHOT)).isEqualTo(Relation.CURRENT);
    }

    @Test
    void shouldBeginAnEpochWhenASnapshotComesAfterTheTopicsWereLive() {
        assertThat(Snapshot.NONE.relation(row(100L, 5_000), Phase.LIVE)).isEqualTo(Relation.NEWER);
        assertThat(snapshot.relation(row(200L, 9_000), Phase.LIVE)).isEqualTo(Relation.NEWER);
    }

    @Test
    void shouldBeginAnEpochWhenAnotherDatabaseWithALowerLogIsRead() {
        assertThat(snapshot.relation(row(3L, 9_000), Phase.LIVE)).isEqualTo(Relation.NEWER);
    }

    @Test
    void shouldTellWhatLiesBeforeTheSnapshotWhenAPartitionIsReadLater() {
        assertThat(snapshot.relation(row(50L, 1_000), Phase.SNAPSHOT)).isEqualTo(Relation.OLDER);
        assertThat(snapshot.relation(change(60L, 2_000), Phase.SNAPSHOT)).isEqualTo(Relation.OLDER);
        assertThat(snapshot.relation(change(101L, 4_000), Phase.SNAPSHOT)).isEqualTo(Relation.CURRENT);
    }

    @Test
    void shouldNeverGuessAnEpochWhenTheSourceSaysNoPlace() {
        assertThat(snapshot.relation(row(null, 9_000), Phase.LIVE)).isEqualTo(Relation.CURRENT);
    }

    @Test
    void shouldBeOverWhenItsLastRowOrAChangeCame() {
        assertThat(snapshot.over()).isFalse();
        assertThat(snapshot.and(row(100L, 5_001), true).over()).isTrue();
        assertThat(snapshot.and(change(101L, 5_001), false).over()).isTrue();
    }

    @Test
    void shouldBeSpoiltUntilASnapshotIsTakenAfterATruncation() {
        assertThat(snapshot.truncatedAt(150).isSpoilt()).isTrue();
        assertThat(snapshot.truncatedAt(50).isSpoilt()).isFalse();
    }

    private static EventSource row(@Nullable Long lsn, long millis) {
        return new EventSource(new TableId("erp", "item"), true, lsn, null, Instant.ofEpochMilli(millis));
    }

    private static EventSource change(long lsn, long millis) {
        return new EventSource(new TableId("erp", "item"), false, lsn, 1L, Instant.ofEpochMilli(millis));
    }
}
