package dev.vigia.connect.csv.text;

import dev.vigia.connect.csv.text.Line.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into lines, and finds back into it after any line that is broken: a quote that is never closed spoils the
 * line it stands in, not what follows. Its memory is bounded, whatever the text. One thread.
 */
public final class Lines {

    /** Characters of a line that are read; more, and the line is refused. */
    static final int LONGEST = 4 << 20;

    /** Characters that are kept of a line that is too long. */
    private static final int KEPT = 64 << 10;

    private static final int CHUNK = 64 << 10;

    /** Lines that a quoted field may run over. */
    private static final int MOST_LINES = 1_000;

    private enum At {
        FIELD_START,
        FIELD,
        QUOTED,
        QUOTE_IN_QUOTED,
        /** Behind a closing quote stands what belongs to no field. */
        SPOILED
    }

    private final DecodedText in;
    private final char separator;
    private char[] buffer = new char[2 * CHUNK];
    private int start;
    private int end;
    private long number = 1;
    private int mostLines = MOST_LINES;

    private At at = At.FIELD_START;
    private int length;
    private int breaks;
    private int firstBreak;
    private boolean quoted;

    public Lines(InputStream in, Encoding encoding, char separator) throws IOException {
        this.in = new DecodedText(in, encoding);
        this.separator = separator;
    }

    /** The next line; null at the end. */
    public @Nullable Line next() throws IOException {
        if (start == end && !fill()) {
            return null;
        }
        at = At.FIELD_START;
        length = 0;
        breaks = 0;
        quoted = false;
        while (start + length < end || fill()) {
            char c = buffer[start + length];
            if (isBreak(c) && at != At.QUOTED) {
                return whole();
            }
            advance(c);
            if (breaks > 0 && (breaks > mostLines || at == At.SPOILED)) {
                return broken();
            }
            if (++length > LONGEST) {
                return breaks > 0 ? broken() : tooLong();
            }
        }
        return at == At.QUOTED ? broken() : whole();
    }

    private void advance(char c) {
        switch (at) {
            case QUOTED -> at = inQuotes(c);
            case QUOTE_IN_QUOTED -> at = c == '"' ? At.QUOTED : c == separator ? At.FIELD_START : At.SPOILED;
            case FIELD_START -> at = c == '"' ? opened() : c == separator ? At.FIELD_START : At.FIELD;
            case FIELD, SPOILED -> at = c == separator ? At.FIELD_START : at;
        }
    }

    private At opened() {
        quoted = true;
        return At.QUOTED;
    }

    private At inQuotes(char c) {
        if (isBreak(c) && !(c == '\n' && length > 0 && buffer[start + length - 1] == '\r')) {
            firstBreak = breaks++ == 0 ? length : firstBreak;
        }
        return c == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
    }

    private Line whole() throws IOException {
        var text = new String(buffer, start, length);
        long first = number;
        mostLines = breaks > 0 ? MOST_LINES : mostLines;
        leave(length, breaks + 1);
        return new Line(first, text, quoted, isText(text) ? null : Problem.NOT_TEXT);
    }

    /** Only the first line is lost. The more often that happens, the less far the next quote is followed. */
    private Line broken() throws IOException {
        mostLines = Math.max(2, mostLines / 2);
        int kept = breaks > 0 ? firstBreak : length;
        var line = new Line(number, new String(buffer, start, kept), true, Problem.OPEN_QUOTE);
        leave(kept, 1);
        return line;
    }

    private Line tooLong() throws IOException {
        var line = new Line(number, new String(buffer, start, KEPT), quoted, Problem.TOO_LONG);
        while (true) {
            int place = breakFrom(start);
            start = place;
            if (place < end) {
                leave(0, 1);
                return line;
            }
            if (!fill()) {
                return line;
            }
        }
    }

    private int breakFrom(int place) {
        while (place < end && !isBreak(buffer[place])) {
            place++;
        }
        return place;
    }

    /** Goes on behind a line and its break. */
    private void leave(int characters, int lines) throws IOException {
        start += characters;
        number += lines;
        if (start < end && buffer[start++] == '\r' && (start < end || fill()) && buffer[start] == '\n') {
            start++;
        }
    }

    /** Reads on; what was not left yet stays. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (buffer.length - end < CHUNK) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, CHUNK);
        end += Math.max(read, 0);
        return read > 0;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isText(String text) {
        return text.indexOf(DecodedText.NOT_TEXT) < 0;
    }
}
