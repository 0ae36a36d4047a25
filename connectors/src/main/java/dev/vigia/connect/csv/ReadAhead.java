package dev.vigia.connect.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and maps the lines of a file in a thread of its own, a little ahead of who writes them: so reading goes on while
 * Kafka commits. How far ahead is bounded, in lines and in characters. One thread takes.
 */
final class ReadAhead implements AutoCloseable {

    private static final int LINES = 500;
    private static final int CHARACTERS = 256 << 10;
    private static final int BATCHES = 4;

    /** Some lines; the last batch says how the file ended. */
    private record Batch(
            List<MappedLine> lines, boolean last, @Nullable Exception failure) {}

    private final LineMapper mapper;
    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private Batch present = new Batch(List.of(), false, null);
    private Iterator<MappedLine> rest = present.lines().iterator();

    private ReadAhead(LineMapper mapper, String name) {
        this.mapper = mapper;
        this.thread = new Thread(this::readAll, "read-" + name);
    }

    static ReadAhead start(LineMapper mapper, String name) {
        var reading = new ReadAhead(mapper, name);
        reading.thread.setDaemon(true);
        reading.thread.start();
        return reading;
    }

    /** The next line; null at the end. */
    @Nullable
    MappedLine next() throws IOException {
        try {
            while (!rest.hasNext()) {
                failIfFailed();
                if (present.last()) {
                    return null;
                }
                present = ahead.take();
                rest = present.lines().iterator();
            }
            return rest.next();
        } catch (InterruptedException e) {
            throw new IOException("reading was interrupted", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void failIfFailed() throws IOException {
        if (present.failure() instanceof IOException failed) {
            throw failed;
        }
        if (present.failure() instanceof RuntimeException failed) {
            throw failed;
        }
    }

    private void readAll() {
        try {
            boolean last = false;
            while (!last) {
                var batch = batch();
                ahead.put(batch);
                last = batch.last();
            }
        } catch (InterruptedException e) {
            // Nobody takes any more.
        }
    }

    private Batch batch() {
        var lines = new ArrayList<MappedLine>(LINES);
        try {
            for (int characters = 0; lines.size() < LINES && characters < CHARACTERS; ) {
                var line = mapper.next();
                if (line == null) {
                    return new Batch(lines, true, null);
                }
                characters += line.line().text().length();
                lines.add(line);
            }
            return new Batch(lines, false, null);
        } catch (IOException | RuntimeException e) {
            return new Batch(lines, true, e);
        }
    }
}
