package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.capture.CaptureStatus.Condition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CaptureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final LagWatch lag = new LagWatch("erp", 1 << 20, metrics);

    @Test
    void shouldTryAgainWhenTheEngineCallsItAnInterruptionThatItWaitedTooLong() throws InterruptedException {
        // Given
        var late = new InterruptedException("Time out while waiting for source task to start.");
        // When
        try (var capture = start(first(late, PlayedSession.live()))) {
            // Then
            assertThat(capture.awaitLive(PATIENCE).condition()).isEqualTo(Condition.LIVE);
        }
    }

    @Test
    void shouldTryAgainWhenAnErrorEndsASession() throws InterruptedException {
        // Given
        var error = new OutOfMemoryError("Java heap space");
        // When
        try (var capture = start(first(error, PlayedSession.live()))) {
            // Then
            assertThat(capture.awaitLive(PATIENCE).condition()).isEqualTo(Condition.LIVE);
        }
    }

    @Test
    void shouldStopForAPersonWhenALibraryCannotBeLoaded() throws InterruptedException {
        // Given
        var error = new UnsatisfiedLinkError("/tmp/librocksdbjni.so: failed to map segment");
        // When
        try (var capture = start(first(error, PlayedSession.live()))) {
            var status = capture.awaitLive(PATIENCE);
            // Then
            assertThat(status.condition()).isEqualTo(Condition.REFUSED);
            assertThat(status.words()).contains("UnsatisfiedLinkError", "/tmp/librocksdbjni.so");
            assertThat(told).containsExactly(status.words());
        }
    }

    @Test
    void shouldAskASessionToStopUntilItDoesWhenItIsStillBeingStarted() throws InterruptedException {
        // Given
        var capture = start((config, changed) -> PlayedSession.deafTo(3));
        capture.awaitLive(PATIENCE);
        // When
        var closing = CompletableFuture.runAsync(capture::close);
        // Then
        var status = capture.await(any -> false, PATIENCE);
        assertThat(status.condition()).isEqualTo(Condition.CLOSED);
        assertThat(closing).succeedsWithin(PATIENCE);
    }

    @Test
    void shouldTellNoOldLagWhenItIsClosed() throws InterruptedException {
        // Given
        var capture = start((config, changed) -> PlayedSession.live());
        capture.awaitLive(PATIENCE);
        lag.measured(7);
        // When
        capture.close();
        // Then
        assertThat(metrics.get("vigia.capture.slot.lag.bytes").gauge().value()).isNaN();
    }

    @Test
    void shouldLeaveTheLastWordToTheOtherWhenTheSlotIsBusy() throws InterruptedException {
        // Given
        var minutes = new AtomicInteger();
        Session.Opening busy = (config, changed) -> {
            throw new SlotBusyException("vigia_erp", 4711);
        };
        // When
        try (var capture = Capture.start(
                Plans.config(),
                lag,
                busy,
                new Setbacks(
                        () -> Duration.ofMinutes(2L * minutes.getAndIncrement()).toNanos()),
                told::add)) {
            // Then
            assertThat(capture.awaitLive(PATIENCE).condition()).isEqualTo(Condition.REFUSED);
            assertThat(told).isEmpty();
        }
    }

    private Capture start(Session.Opening opening) {
        return Capture.start(Plans.config(), lag, opening, new Setbacks(System::nanoTime), told::add);
    }

    /** Fails the first time. */
    private static Session.Opening first(Throwable failure, Session then) {
        var failures = new ConcurrentLinkedQueue<>(List.of(failure));
        return (config, changed) -> {
            var next = failures.poll();
            if (next instanceof Error error) {
                throw error;
            }
            if (next instanceof Exception exception) {
                throw exception;
            }
            return then;
        };
    }
}
