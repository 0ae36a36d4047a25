package dev.vigia.connect.csv;

import dev.vigia.connect.record.KeyPrint;
import dev.vigia.connect.record.Output;
import dev.vigia.connect.write.Ready;
import java.util.Arrays;

/**
 * The keys of which some lines speak, as numbers side by side: who asks a large table for all of them at once waits for
 * memory once, and not for each. One thread.
 */
final class SaidKeys {

    private static final int WIDTH = 3;

    private long[] numbers;
    private int end;

    SaidKeys(int expected) {
        this.numbers = new long[expected * WIDTH];
    }

    /** A line speaks of a key: of what is deleted nothing is said, of what is refused that it stays. */
    void add(Ready ready, long line) {
        var key = ready.output().key();
        if (key != null && !(ready.output() instanceof Output.Delete)) {
            numbers = end < numbers.length ? numbers : Arrays.copyOf(numbers, numbers.length * 2 + WIDTH);
            numbers[end++] = fingerprint(ready.output());
            numbers[end++] = ready.content();
            numbers[end++] = line;
        }
    }

    int size() {
        return end / WIDTH;
    }

    /** Sixty-four bits of a key, never zero. */
    long print(int place) {
        return numbers[place * WIDTH];
    }

    /** A hash of what is said. */
    int content(int place) {
        return (int) numbers[place * WIDTH + 1];
    }

    long line(int place) {
        return numbers[place * WIDTH + 2];
    }

    /** Sixty-four bits of the key of an output that has one, never zero. */
    static long fingerprint(Output output) {
        return KeyPrint.of(String.valueOf(output.key()), output.topic().name().hashCode());
    }
}
