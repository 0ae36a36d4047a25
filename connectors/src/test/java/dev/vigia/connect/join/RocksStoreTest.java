package dev.vigia.connect.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksStoreTest {

    private static final int STEPS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void shouldHoldWhatAStoreInMemoryHolds() {
        // Given
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var memory = new TreeStore();
        try (var rocks = RocksStore.open(folder.resolve("rows"), 8)) {
            for (int step = 0; step < STEPS; step++) {
                // When
                var key = new byte[] {'R', (byte) random.nextInt(6), (byte) random.nextInt()};
                change(random.nextInt(100), key, memory, rocks);
                // Then
                assertThat(rocks.get(key)).as("seed %d", seed).isEqualTo(memory.get(key));
                assertThat(scan(rocks, key)).as("seed %d", seed).isEqualTo(scan(memory, key));
            }
        }
    }

    @Test
    void shouldBeginEmptyWhenARunWasKilled() throws Exception {
        // Given
        var rows = folder.resolve("rows");
        Files.createDirectories(rows);
        Files.writeString(rows.resolve("CURRENT"), "left behind");
        // When
        try (var rocks = RocksStore.open(rows, 8)) {
            // Then
            assertThat(rocks.get(new byte[] {'R'})).isNull();
        }
        assertThat(rows).doesNotExist();
    }

    @Test
    void shouldLetNobodyElseReadTheFolder() throws Exception {
        // Given
        var rows = folder.resolve("rows");
        Files.createDirectories(rows);
        Files.setPosixFilePermissions(rows, PosixFilePermissions.fromString("rwxr-xr-x"));
        // When
        try (var rocks = RocksStore.open(rows, 8)) {
            rocks.put(new byte[] {'R'}, new byte[0]);
            // Then
            assertThat(Files.getPosixFilePermissions(rows)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void shouldRefuseAFolderThatAnotherRunUses() {
        try (var rocks = RocksStore.open(folder.resolve("rows"), 8)) {
            // Given
            rocks.put(new byte[] {'R'}, new byte[] {1});
            // When
            assertThatThrownBy(() -> RocksStore.open(folder.resolve("rows"), 8))
                    .hasMessageContaining("does no other run use it");
            // Then
            rocks.compact();
            assertThat(rocks.get(new byte[] {'R'})).containsExactly(1);
        }
    }

    @Test
    void shouldScanWhatWasThereWhenTheScanBegan() {
        try (var rocks = RocksStore.open(folder.resolve("rows"), 8)) {
            // Given
            rocks.put(new byte[] {'R', 1}, new byte[0]);
            var seen = new ArrayList<Bytes>();
            // When
            rocks.scan(new byte[] {'R'}, (key, value) -> {
                rocks.put(new byte[] {'R', 2}, new byte[0]);
                return seen.add(Bytes.of(key));
            });
            // Then
            assertThat(seen).hasSize(1);
        }
    }

    private static void change(int dice, byte[] key, Store memory, Store rocks) {
        for (var store : List.of(memory, rocks)) {
            if (dice == 0) {
                store.clear(prefix(key));
            } else if (dice < 30) {
                store.delete(key);
            } else {
                store.put(key, new byte[] {(byte) dice});
            }
        }
    }

    private static List<Bytes> scan(Store store, byte[] like) {
        var seen = new ArrayList<Bytes>();
        store.scan(prefix(like), (key, value) -> {
            seen.add(Bytes.of(key));
            return seen.add(Bytes.of(value)) && seen.size() < 50;
        });
        return seen;
    }

    private static byte[] prefix(byte[] key) {
        return new byte[] {key[0], key[1]};
    }
}
