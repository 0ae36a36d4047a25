package dev.vigia.schemas.registry;

import org.apache.kafka.common.errors.InterruptException;

/**
 * How often and how far apart something is tried again.
 *
 * @param retries attempts after the first
 * @param firstMillis pause before the first of them; each next one is twice as long
 * @param mostMillis longest pause
 */
record Backoff(int retries, long firstMillis, long mostMillis) {

    /** Waits before the given retry, the first of which is number 1. */
    void pauseBefore(int retry) {
        try {
            Thread.sleep(millisBefore(retry));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    long millisBefore(int retry) {
        int doublings = Math.min(retry - 1, 30);
        return Math.min(mostMillis, firstMillis << doublings);
    }
}
