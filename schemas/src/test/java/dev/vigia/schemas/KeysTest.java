package dev.vigia.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final long SEED = 20_260_101;
    private static final String[] PIECES = {"|", "%", "~", "/", "%7C", "%25", "7C", "25", "A", "ç", "日", " ", "\n", "🏭"
    };

    @Test
    void shouldKeepPlainPartsReadableWhenTheyNeedNoEscape() {
        assertThat(Keys.of("4711", "10")).isEqualTo("4711|10");
        assertThat(Keys.progress("erp", "sales.line.v1", 3)).isEqualTo("~erp/sales.line.v1/3");
    }

    @Test
    void shouldGiveBackThePartsWhenAKeyIsParsed() {
        var random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            // Given
            var parts = parts(random);
            // When
            var key = Keys.of(parts.toArray(String[]::new));
            // Then
            assertThat(Keys.parts(key)).as("seed %d, round %d", SEED, round).isEqualTo(parts);
            assertThat(Keys.isProgress(key)).isFalse();
        }
    }

    @Test
    void shouldNeverGiveOneKeyForTwoListsOfPartsWhenTheyDiffer() {
        var random = new Random(SEED);
        Map<String, List<String>> seen = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            // Given
            var parts = parts(random);
            // When
            var earlier = seen.putIfAbsent(Keys.of(parts.toArray(String[]::new)), parts);
            // Then
            assertThat(earlier == null || earlier.equals(parts))
                    .as("%s and %s", earlier, parts)
                    .isTrue();
        }
    }

    @Test
    void shouldPutLinesIntoThePartitionOfTheirOrderWhateverTheOrderIsCalled() {
        var random = new Random(SEED);
        for (int round = 0; round < 5_000; round++) {
            // Given
            var order = text(random);
            var line = text(random);
            int partitions = 1 + random.nextInt(64);
            // When
            int ofOrder = Topics.SALES_ORDERS.partition(Keys.of(order), partitions);
            int ofLine = Topics.SALES_LINES.partition(Keys.of(order, line), partitions);
            // Then
            assertThat(ofLine).isEqualTo(ofOrder).isBetween(0, partitions - 1);
        }
    }

    @Test
    void shouldAgreeWithKafkasProducerWhenTheWholeKeyChooses() {
        // Given
        byte[] key = "P-1|SP".getBytes(StandardCharsets.UTF_8);
        // When
        int partition = Topics.DEMAND_WEEKS.partition("P-1|SP", 12);
        // Then
        assertThat(partition).isEqualTo(Utils.toPositive(Utils.murmur2(key)) % 12);
    }

    /** Written down, so that a change of the rule, which would tear orders from their lines, cannot pass unseen. */
    @Test
    void shouldKeepThePartitionsOfKnownKeysWhenTheProgramChanges() {
        var partitions = IntStream.range(0, 8)
                .map(i -> KeyKind.ORDER_LINE.partition("SO-" + i + "|10", 12))
                .boxed();
        assertThat(partitions).containsExactly(1, 2, 8, 1, 0, 6, 10, 4);
    }

    private static List<String> parts(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> text(random))
                .toList();
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
