package dev.vigia.connect.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Messages that were received and are not acknowledged yet. Their number is bounded by what the broker was told; their
 * bytes by holding up the thread that reads the connection, so that TCP holds up the broker. Any thread.
 */
final class Waiting {

    /** What a message costs beside its payload. */
    private static final int OVERHEAD = 256;

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final BlockingQueue<Mqtt5Publish> messages = new LinkedBlockingQueue<>();
    private final AtomicInteger unacknowledged = new AtomicInteger();
    private final Semaphore room;
    private final int bytes;
    private volatile boolean closed;

    Waiting(int bytes) {
        this.bytes = bytes;
        this.room = new Semaphore(bytes);
    }

    /** Called where the connection is read; waits for room. */
    void add(Mqtt5Publish message) {
        try {
            while (!room.tryAcquire(size(message), LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                if (closed) {
                    return;
                }
            }
            unacknowledged.incrementAndGet();
            messages.add(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next message, or null where none comes in time. */
    @Nullable
    Mqtt5Publish next(long nanos) throws InterruptedException {
        var next = messages.poll();
        return next != null || nanos <= 0 ? next : messages.poll(nanos, TimeUnit.NANOSECONDS);
    }

    /** Tells the broker that a message is ours now. */
    void acknowledge(Mqtt5Publish message) {
        message.acknowledge();
        room.release(size(message));
        unacknowledged.decrementAndGet();
    }

    int unacknowledged() {
        return unacknowledged.get();
    }

    int bytesHeld() {
        return bytes - room.availablePermits();
    }

    /** Holds up nobody any more. */
    void close() {
        closed = true;
    }

    private int size(Mqtt5Publish message) {
        int payload = message.getPayload().map(java.nio.ByteBuffer::remaining).orElse(0);
        return Math.min(payload + OVERHEAD, bytes);
    }
}
