package dev.vigia.connect.capture;

import dev.vigia.connect.capture.CaptureStatus.Condition;
import dev.vigia.connect.write.WriterMetrics;
import dev.vigia.schema.Phase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The capture of one source: runs in a thread of its own until it is closed.
 *
 * <pre>
 *   STARTING ─► SNAPSHOT ─► LIVE ─► CLOSED
 *      ▲           │          │
 *      └─ WAITING ◄┴──────────┘   a server is lost: everything is closed and opened again, for ever
 *   any of them ─► REFUSED        a person must put something right
 * </pre>
 */
public final class Capture implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration SAY_AGAIN = Duration.ofMinutes(5);
    private static final long ASK_AGAIN_MILLIS = 200;

    private final String source;
    private final LagWatch lag;
    private final Session.Opening opening;
    private final Consumer<String> lastWords;
    private final Setbacks setbacks;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Object changes = new Object();
    private CaptureConfig config;
    private CaptureStatus status = new CaptureStatus(Condition.STARTING, 0, "starting");
    private volatile @Nullable Session session;
    private boolean everRan;
    private String lastSaid = "";
    private long lastSaidAt;

    private Capture(
            CaptureConfig config,
            LagWatch lag,
            Session.Opening opening,
            Setbacks setbacks,
            Consumer<String> lastWords) {
        this.config = config;
        this.lag = lag;
        this.source = config.writer().source();
        this.opening = opening;
        this.setbacks = setbacks;
        this.lastWords = lastWords;
        this.thread = new Thread(this::run, "capture-" + source);
    }

    /** Starts it; what goes wrong is told by {@link #status()}. */
    public static Capture start(CaptureConfig config, MeterRegistry metrics) {
        var source = config.writer().source();
        var written = new WriterMetrics(metrics, source);
        var lag = new LagWatch(source, config.lagLimit(), metrics);
        return start(
                config,
                lag,
                (now, phaseChanged) -> CaptureOpening.open(now, written, lag, phaseChanged),
                new Setbacks(System::nanoTime),
                remedy -> LastWords.write(config.writer(), remedy));
    }

    static Capture start(
            CaptureConfig config,
            LagWatch lag,
            Session.Opening opening,
            Setbacks setbacks,
            Consumer<String> lastWords) {
        var capture = new Capture(config, lag, opening, setbacks, lastWords);
        capture.thread.start();
        return capture;
    }

    public CaptureStatus status() {
        synchronized (changes) {
            var running = session;
            return running == null ? status : status.without(running.paused());
        }
    }

    /** How many rows of this epoch became dead letters, as far as this run knows. */
    public long refused() {
        var running = session;
        return running == null ? 0 : running.refused();
    }

    /** Waits until its status is as wished, or is one that stays; at most so long. */
    public CaptureStatus await(Predicate<CaptureStatus> wished, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (changes) {
            var now = status();
            while (!wished.test(now) && !isFinal(now.condition())) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                changes.wait(left);
                now = status();
            }
            return now;
        }
    }

    /** Waits until the snapshot is written and the log is followed. */
    public CaptureStatus awaitLive(Duration patience) throws InterruptedException {
        return await(now -> now.condition() == Condition.LIVE, patience);
    }

    /** Stops the engine first, then the writer: what is not committed comes again at the next start. */
    @Override
    public void close() {
        closing.countDown();
        try {
            while (thread.isAlive()) {
                stop();
                thread.join(ASK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        var running = session;
        if (running != null) {
            running.stop();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!isClosing()) {
            try {
                runOnce();
                pause = FIRST_PAUSE;
            } catch (Throwable e) { // An error too: this thread must not end without a word.
                if (isClosing()) {
                    break;
                }
                if (setbacks.isForPeople(e)) {
                    refuse(e);
                    return;
                }
                waitFor(e);
                pause = everRan ? FIRST_PAUSE : doubled(pause);
                everRan = false;
            }
            sleep(pause);
        }
        tell(Condition.CLOSED, "closed");
    }

    private void runOnce() throws Exception {
        try (var opened = opening.open(config, this::phaseChanged)) {
            session = opened;
            // A new epoch is asked for once; whatever ends this one, the next session goes on with it.
            config = config.with(EpochChoice.KEEP);
            setbacks.overcome();
            everRan = true;
            phaseChanged();
            if (!isClosing()) {
                opened.run();
            }
        } finally {
            session = null;
        }
    }

    private void phaseChanged() {
        var running = session;
        if (running != null) {
            var condition = running.phase() == Phase.LIVE ? Condition.LIVE : Condition.SNAPSHOT;
            tell(condition, condition == Condition.LIVE ? "follows the log" : "takes a snapshot");
        }
    }

    /** Says it once for an outage, however often it tries. */
    private void waitFor(Throwable e) {
        var words = Setbacks.words(e);
        if (status().condition() != Condition.WAITING && isNews(words)) {
            var where = Setbacks.isOutage(e) ? null : e;
            LOG.warn("capture {} is interrupted and tries again until it succeeds: {}", source, words, where);
        }
        tell(Condition.WAITING, words);
    }

    /** What comes and goes is said once in a while. */
    private boolean isNews(String words) {
        boolean isNews = !words.equals(lastSaid) || System.nanoTime() - lastSaidAt > SAY_AGAIN.toNanos();
        if (isNews) {
            lastSaid = words;
            lastSaidAt = System.nanoTime();
        }
        return isNews;
    }

    private void refuse(Throwable e) {
        var remedy = Setbacks.remedy(e);
        LOG.error("capture {} has stopped: {}", source, remedy);
        if (!(e instanceof SlotBusyException)) { // Else another is at work, and tells how that goes.
            lastWords.accept(remedy);
        }
        tell(Condition.REFUSED, remedy);
    }

    private static Duration doubled(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void tell(Condition condition, String words) {
        if (isFinal(condition)) {
            lag.unknown();
        }
        synchronized (changes) {
            var running = session;
            status = new CaptureStatus(condition, running == null ? status.epoch() : running.epoch(), words);
            changes.notifyAll();
        }
    }

    private static boolean isFinal(Condition condition) {
        return condition == Condition.REFUSED || condition == Condition.CLOSED;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** At most so long: not once it is closing. */
    private void sleep(Duration pause) {
        try {
            var unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            LOG.debug("capture {} was woken", source, e);
        }
    }
}
