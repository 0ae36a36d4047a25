package dev.vigia.app.capture;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowingConsumer;

/** Waits for what must come true. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private Eventually() {}

    /** Looks again and again until the assertion holds; fails with the last look when it never does. */
    static <T> void holds(Callable<T> look, ThrowingConsumer<T> assertion) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.accept(look.call());
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() - until > 0) {
                    throw e;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }
}
