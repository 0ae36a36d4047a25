package dev.vigia.connect.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a batch is full: after so many readings, after so long, or when the broker waits for us. Brokers send no more than a
 * number of unacknowledged messages, often fewer than we allow. Of many, half make a batch, so that the others come while it
 * is committed; of few, a batch that holds them all would wait in vain for more. One thread.
 */
final class Pace {

    /** Below, few messages come, and a batch waits its full time. */
    private static final int FEW = 16;

    /** From here on, half of what the broker sends is worth a transaction. */
    private static final int MANY = 400;

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

    private final Limits limits;
    private long end;
    private int most;

    Pace(Limits limits) {
        this.limits = limits;
    }

    void begin() {
        end = System.nanoTime() + limits.linger().toNanos();
    }

    /** The next message of the batch; null where it is full. */
    @Nullable
    Mqtt5Publish next(Waiting waiting, int held, Tally tally) throws InterruptedException {
        long left = end - System.nanoTime();
        boolean isHalf = most >= MANY && held >= most / 2;
        if (isHalf || tally.received() >= limits.batch() || left <= 0) {
            return null;
        }
        return waiting.next(held >= Math.max(FEW, most) ? Math.min(left, MOMENT) : left);
    }

    /** So many were unacknowledged when the batch was written. */
    void acknowledged(int unacknowledged) {
        most = Math.max(unacknowledged, most - most / 8);
    }
}
