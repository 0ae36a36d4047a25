package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vigia.connect.join.FakeKafka.Entry;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.row.RowChange;
import dev.vigia.schema.Phase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a topic shows of kept rows, and what comes back from it. */
class RowsLogTest {

    private static final Salt SALT = Salt.of("s1", "a secret for tests only");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Books books = new Books(random);
    private final FakeKafka kafka = new FakeKafka(random, Integer.MAX_VALUE);

    @Test
    void shouldShowNoWordOfARowInAnyByteWhenSealed() {
        // When
        fill(new Seal(SALT));
        // Then
        assertThat(kafka.changelog).as("seed %d", seed).hasSizeGreaterThan(50).noneMatch(RowsLogTest::isClear);
    }

    @Test
    void shouldShowRowsAsTheyAreWhenNothingIsHidden() {
        // When
        fill(null);
        // Then
        assertThat(kafka.changelog).as("seed %d", seed).anyMatch(RowsLogTest::isClear);
    }

    @Test
    void shouldRestoreWhatWasSealed() {
        // Given
        var before = fill(new Seal(SALT));
        var store = new TreeStore();
        // When
        var log = read(store, new Seal(SALT));
        log.resume(assembler(store, log), 1, Phase.LIVE);
        // Then
        assertThat(store.text()).as("seed %d", seed).isEqualTo(before);
    }

    @Test
    void shouldCompactWhatWasSealed() {
        // Given
        var seal = new Seal(SALT);
        var key = bytes("partner 4711");
        // Then
        assertThat(seal.close(key)).isEqualTo(new Seal(SALT).close(key)).isNotEqualTo(key);
        assertThat(seal.close(key, key)).isNotEqualTo(seal.close(key, key));
    }

    @Test
    void shouldRefuseEveryEntryThatSomebodyChanged() {
        // Given
        fill(new Seal(SALT));
        int at = random.nextInt(kafka.changelog.size());
        while (newestIsElsewhere(at)) {
            at = random.nextInt(kafka.changelog.size());
        }
        var entry = kafka.changelog.get(at);
        var value = entry.value() == null
                ? bytes("Snot sealed at all, but long enough")
                : entry.value().array().clone();
        value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
        kafka.changelog.set(at, new Entry(entry.key(), Bytes.of(value)));
        // Then
        assertRefused(SALT, "1 of the rows kept for lookups cannot be opened");
    }

    @Test
    void shouldRefuseAnEntryThatWasMovedToAnotherKey() {
        // Given
        fill(new Seal(SALT));
        var some = kafka.changelog.stream()
                .filter(entry -> entry.value() != null)
                .findFirst()
                .orElseThrow();
        kafka.changelog.add(new Entry(Bytes.of(new Seal(SALT).close(bytes("another"))), some.value()));
        // Then
        assertRefused(SALT, "1 of the rows kept for lookups cannot be opened");
    }

    @Test
    void shouldAskForANewEpochWhenTheSaltWasRotated() {
        // Given
        fill(new Seal(SALT));
        // Then
        assertRefused(Salt.of("s1", "another secret for tests"), "another salt");
    }

    @Test
    void shouldDeleteWhatCannotBeOpenedWhenANewEpochBegins() {
        // Given
        fill(new Seal(SALT));
        var rotated = new Seal(Salt.of("s2", "another secret for tests"));
        // When
        begin(rotated);
        // Then
        var store = new TreeStore();
        var log = read(store, rotated);
        log.resume(assembler(store, log), 2, Phase.SNAPSHOT);
        assertThat(store.text().lines()).as("seed %d", seed).noneMatch(line -> line.startsWith("R"));
    }

    @Test
    void shouldBeginAnewWithoutASealWhenRowsWereSealedBefore() {
        // Given
        fill(new Seal(SALT));
        // When
        begin(null);
        // Then
        var store = new TreeStore();
        var log = read(store, null);
        log.resume(assembler(store, log), 2, Phase.SNAPSHOT);
    }

    @Test
    void shouldSealOnlyWhereATableHidesSomething() {
        assertThat(Seal.needed(Company.RULES, table -> Set.of(), Salt.none())).isNull();
        assertThat(Seal.needed(
                        List.of(Company.LINES),
                        table -> table.equals(Company.PARTNER.table()) ? Set.of("id") : Set.of(),
                        SALT))
                .isNotNull();
    }

    /** Rows of a company, with their changes, as they come; what the store then holds. */
    private String fill(@Nullable Seal seal) {
        var store = new TreeStore();
        var log = new RowsLog(kafka, store, seal);
        var assembler = assembler(store, log);
        log.begin(assembler, 1);
        books.transaction(60).forEach(change -> accept(assembler, change));
        assembler.snapshotDone(output -> {});
        for (int i = 0; i < 20; i++) {
            books.transaction(10).forEach(change -> accept(assembler, change));
            assembler.endOfTransaction(output -> {});
        }
        kafka.commit();
        return store.text();
    }

    private static void accept(Assembler assembler, RowChange change) {
        assembler.accept(change, output -> {});
    }

    private void begin(@Nullable Seal seal) {
        var store = new TreeStore();
        var log = read(store, seal);
        log.begin(assembler(store, log), 2);
        kafka.commit();
    }

    private RowsLog read(Store store, @Nullable Seal seal) {
        var log = new RowsLog(kafka, store, seal);
        kafka.changelog.forEach(entry -> {
            var value = entry.value();
            log.read(entry.key().array(), value == null ? null : value.array());
        });
        return log;
    }

    private void assertRefused(Salt salt, String because) {
        var store = new TreeStore();
        var log = read(store, new Seal(salt));
        assertThatThrownBy(() -> log.resume(assembler(store, log), 1, Phase.LIVE))
                .as("seed %d", seed)
                .hasMessageContaining(because)
                .hasMessageContaining("begin a new epoch");
    }

    private boolean newestIsElsewhere(int at) {
        var key = kafka.changelog.get(at).key();
        return kafka.changelog.subList(at + 1, kafka.changelog.size()).stream()
                .anyMatch(later -> later.key().equals(key));
    }

    private static Assembler assembler(Store store, Changelog log) {
        return new Assembler(Company.RULES, Company.SHAPES, store, log);
    }

    private static boolean isClear(Entry entry) {
        var value = entry.value();
        return isClear(entry.key()) || (value != null && isClear(value));
    }

    private static boolean isClear(Bytes bytes) {
        var text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
        return text.contains("erp.") || text.contains("sale") || text.contains("lines");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
