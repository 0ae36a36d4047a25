package dev.vigia.connect.capture;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of the source's log waits for us: a metric, and an alarm above a limit. Any thread. */
final class LagWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LagWatch.class);
    private static final double MEBIBYTE = 1 << 20;

    private final String source;
    private final long limit;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean known;
    private volatile @Nullable String trouble;

    LagWatch(String source, long limit, MeterRegistry metrics) {
        this.source = source;
        this.limit = limit;
        metrics.gauge("vigia.capture.slot.lag.bytes", Tags.of("source", source), this, LagWatch::shown);
    }

    void measured(long lag) {
        long before = bytes.getAndSet(lag);
        known = true;
        if (lag > limit && before <= limit) {
            LOG.warn("capture {}: {}", source, words(lag));
        } else if (lag <= limit && before > limit) {
            LOG.info("capture {}: the log that waits is within its limit again", source);
        }
    }

    /** Nobody measures any more: better no number than an old one. */
    void unknown() {
        known = false;
    }

    /** Something about the source that people should know; null: nothing. */
    void trouble(@Nullable String words) {
        trouble = words;
    }

    @Nullable
    Long bytes() {
        return known ? bytes.get() : null;
    }

    /** In words, while there is one. */
    @Nullable
    String alarm() {
        long lag = bytes.get();
        return known && lag > limit ? words(lag) : trouble;
    }

    private double shown() {
        return known ? bytes.get() : Double.NaN;
    }

    private String words(long lag) {
        return String.format(
                Locale.ROOT,
                "%.1f MiB of the source's log wait for this capture, more than the limit of %.1f MiB: the server keeps"
                        + " them on its disk",
                lag / MEBIBYTE,
                limit / MEBIBYTE);
    }
}
