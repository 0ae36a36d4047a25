package dev.vigia.bench.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.capture.OffsetRule;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTrialTest {

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNothingWhenKilledAtRandom() throws Exception {
        // Given
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        try (var stack = TrialStack.start(folder.resolve("stack"))) {
            var trial = new CrashTrial(
                    stack, OffsetRule.WHOLE_TRANSACTIONS, seed, folder.resolve("capture.log"), System.out::println);
            // When
            var outcome = trial.run(4);
            // Then
            assertThat(outcome.keys()).isGreaterThan(10_000);
            assertThat(outcome.wrong()).isZero();
            assertThat(outcome.backwards()).isZero();
        }
    }
}
