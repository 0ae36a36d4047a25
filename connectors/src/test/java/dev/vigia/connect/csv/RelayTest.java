package dev.vigia.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelayTest {

    @Test
    void shouldFinishInTheOrderOfTakingWhenWorkTakesUnequallyLong() throws IOException {
        // Given
        var steps = new Numbers(2_000);
        // When
        new Relay<>(steps).run("relay");
        // Then
        assertThat(steps.finished)
                .isEqualTo(IntStream.range(0, 2_000).map(n -> -n).boxed().toList());
    }

    @Test
    void shouldFinishWhatWasTakenBeforeWhenTakingFails() {
        // Given
        var steps = new Numbers(100) {
            @Override
            public @Nullable Integer take() throws IOException {
                if (next == 50) {
                    throw new IOException("the file is broken here");
                }
                return super.take();
            }
        };
        // When, Then
        assertThatThrownBy(() -> new Relay<>(steps).run("relay")).hasMessage("the file is broken here");
        assertThat(steps.finished).hasSize(50);
    }

    @Test
    void shouldSayWhatFailedWhenWorkDies() {
        // Given
        var steps = new Numbers(100) {
            @Override
            public Integer work(Integer number) {
                if (number == 7) {
                    throw new StackOverflowError("too deep");
                }
                return super.work(number);
            }
        };
        // When, Then
        assertThatThrownBy(() -> new Relay<>(steps).run("relay")).hasRootCauseMessage("too deep");
        assertThat(steps.finished).hasSize(7);
    }

    @Test
    void shouldStopWhenNoMoreIsWanted() throws IOException {
        // Given
        var steps = new Numbers(1_000) {
            @Override
            public boolean finish(Integer result) {
                return super.finish(result) && result > -9;
            }
        };
        // When
        new Relay<>(steps).run("relay");
        // Then
        assertThat(steps.finished).hasSize(10);
    }

    @Test
    void shouldSaySoWhenNothingComesForAWhile() throws IOException {
        // Given
        var told = new CountDownLatch(1);
        var steps = new Numbers(10) {
            @Override
            public @Nullable Integer take() throws IOException {
                if (next == 5) {
                    awaited(told);
                }
                return super.take();
            }

            @Override
            public boolean idle() {
                told.countDown();
                return true;
            }
        };
        // When
        new Relay<>(steps).run("relay");
        // Then
        assertThat(steps.finished).hasSize(10);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Numbers, whose work is to change their sign. */
    private static class Numbers implements Relay.Steps<Integer, Integer> {

        final List<Integer> finished = new ArrayList<>();
        final int end;
        int next;

        Numbers(int end) {
            this.end = end;
        }

        @Override
        public @Nullable Integer take() throws IOException {
            return next < end ? next++ : null;
        }

        @Override
        public Integer work(Integer number) {
            for (int turns = ThreadLocalRandom.current().nextInt(200); turns > 0; turns--) {
                Thread.onSpinWait();
            }
            return -number;
        }

        @Override
        public boolean finish(Integer result) {
            finished.add(result);
            return true;
        }

        @Override
        public boolean idle() {
            return true;
        }
    }
}
