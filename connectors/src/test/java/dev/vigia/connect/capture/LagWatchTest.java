package dev.vigia.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class LagWatchTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final LagWatch lag = new LagWatch("erp", 1 << 20, metrics);

    @Test
    void shouldRaiseAnAlarmAboveTheLimitAndClearItBelow() {
        // When
        lag.measured(3 << 20);
        // Then
        assertThat(lag.alarm()).contains("3.0 MiB", "limit of 1.0 MiB");
        assertThat(shown()).isEqualTo(3 << 20);
        // When
        lag.measured(1 << 20);
        // Then
        assertThat(lag.alarm()).isNull();
    }

    @Test
    void shouldTellOfTroubleUntilItIsOver() {
        // When
        lag.trouble("no heartbeat");
        // Then
        assertThat(lag.alarm()).isEqualTo("no heartbeat");
        // When
        lag.trouble(null);
        // Then
        assertThat(lag.alarm()).isNull();
    }

    @Test
    void shouldTellNoNumberWhenNobodyMeasures() {
        // When / Then
        assertThat(shown()).isNaN();
        assertThat(lag.bytes()).isNull();
        // When
        lag.measured(3 << 20);
        lag.unknown();
        // Then
        assertThat(shown()).isNaN();
        assertThat(lag.bytes()).isNull();
        assertThat(lag.alarm()).isNull();
        // When
        lag.measured(5);
        // Then
        assertThat(shown()).isEqualTo(5);
    }

    private double shown() {
        return metrics.get("vigia.capture.slot.lag.bytes").gauge().value();
    }
}
