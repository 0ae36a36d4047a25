package dev.vigia.connect.write;

import dev.vigia.connect.mapping.Refusal;
import dev.vigia.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes dead letters: whole, unless they are larger than the topic takes. */
final class DeadLetters {

    /** Bytes of a value that are kept; the topic takes a little more. */
    static final int LARGEST_VALUE = 8 << 20;

    private DeadLetters() {}

    static DeadLetter of(Refusal refusal, Origin origin, Instant now) {
        return DeadLetter.newBuilder()
                .setReason(refusal.reason())
                .setDetail(detail(refusal, origin))
                .setRefusedBy(refusal.where())
                .setOrigin(origin.words())
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset())
                .setKey(origin.key())
                .setValue(kept(origin.value()))
                .setHeaders(origin.headers())
                .setRefusedAt(now)
                .build();
    }

    private static String detail(Refusal refusal, Origin origin) {
        var value = origin.value();
        return value == null || value.remaining() <= LARGEST_VALUE
                ? refusal.detail()
                : refusal.detail() + " (of " + value.remaining() + " bytes the first " + LARGEST_VALUE + " are kept)";
    }

    private static @Nullable ByteBuffer kept(@Nullable ByteBuffer value) {
        return value == null || value.remaining() <= LARGEST_VALUE
                ? value
                : value.slice(value.position(), LARGEST_VALUE);
    }
}
