package dev.vigia.app.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.capture.Capture;
import dev.vigia.connect.capture.CaptureConfig;
import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.write.WriterConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While a server is away, or lets capture wait. */
class CaptureOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void shouldMeasureTheLogThatWaitsWhenKafkaIsGone() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.start();
            shop.stop();
            var metrics = new SimpleMeterRegistry();
            // When
            try (var capture = Capture.start(withoutKafka(shop.config()), metrics)) {
                capture.await(now -> now.condition() == Condition.WAITING, PATIENCE);
                shop.sql("insert into line values (1, 1, 1)");
                // Then
                Eventually.holds(
                        () -> metrics.get("vigia.capture.slot.lag.bytes")
                                .gauge()
                                .value(),
                        lag -> assertThat(lag).isPositive());
            }
        }
    }

    @Test
    void shouldNotWaitForEverWhenTheServerSaysNothing() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES);
                var connection = shop.config().database().connect()) {
            // Then
            assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
        }
    }

    @Test
    void shouldCloseWhenItsNewSlotHasWaitedForWhoeverIsWriting() throws Exception {
        // Given
        try (var shop = new Shop(Shop.LINES, Shop.LINE_TABLE)) {
            shop.sql("begin", "select pg_current_xact_id()");
            var capture = Capture.start(shop.config(), new SimpleMeterRegistry());
            Eventually.holds(shop::readers, readers -> assertThat(readers).isEqualTo(1));
            // When
            var closing = new Thread(capture::close, "closing");
            closing.start();
            Eventually.holds(
                    closing::getState,
                    state -> assertThat(state).isIn(Thread.State.WAITING, Thread.State.TIMED_WAITING));
            shop.sql("commit");
            // Then
            assertThat(capture.await(any -> false, PATIENCE).condition()).isEqualTo(Condition.CLOSED);
        }
    }

    private static CaptureConfig withoutKafka(CaptureConfig config) {
        var writer = config.writer();
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1000, "request.timeout.ms", 500);
        return new CaptureConfig(
                new WriterConfig(writer.source(), writer.prefix(), nowhere, writer.values(), writer.clock()),
                config.database(),
                config.plan(),
                config.heartbeat(),
                config.slot(),
                config.epochs(),
                config.lagLimit(),
                config.rowsFolder(),
                config.offsets());
    }
}
