package dev.vigia.connect.csv.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How the bytes of a file are text.
 *
 * @param mark bytes of the mark at the beginning that says so; 0 where there is none
 * @param how it came to be known, in words
 */
public record Encoding(Charset charset, int mark, String how) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The guesses that are taken: everything else is too easily wrong to be taken unasked. */
    private static final Set<String> WESTERN = Set.of("WINDOWS-1252", "ISO-8859-1", "ISO-8859-15", "US-ASCII");

    /** What the beginning of a file says; whoever names an encoding is believed, unless a mark says another. */
    public static Encoding of(byte[] beginning, @Nullable String named) {
        var marked = marked(beginning);
        if (marked != null) {
            return marked;
        }
        return named == null ? guessed(beginning) : new Encoding(charset(named), 0, "as said");
    }

    private static Charset charset(String name) {
        try {
            var charset = Charset.forName(name);
            // Of the bytes that only Windows-1252 knows, Latin 1 makes invisible control characters.
            return charset.equals(ISO_8859_1) ? WINDOWS_1252 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ConfigException("--encoding " + name
                    + " is not known here. Use UTF-8, windows-1252 or UTF-16, or another that Java knows.");
        }
    }

    private static @Nullable Encoding marked(byte[] beginning) {
        if (begins(beginning, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(UTF_8, 3, "by its mark");
        }
        if (begins(beginning, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(Charset.forName("UTF-32LE"), 4, "by its mark");
        }
        if (begins(beginning, 0, 0, 0xFE, 0xFF)) {
            return new Encoding(Charset.forName("UTF-32BE"), 4, "by its mark");
        }
        if (begins(beginning, 0xFF, 0xFE)) {
            return new Encoding(UTF_16LE, 2, "by its mark");
        }
        return begins(beginning, 0xFE, 0xFF) ? new Encoding(UTF_16BE, 2, "by its mark") : null;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        return bytes.length >= mark.length && Arrays.equals(Arrays.copyOf(bytes, mark.length), toBytes(mark));
    }

    private static byte[] toBytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Encoding guessed(byte[] beginning) {
        int even = zeros(beginning, 0);
        int odd = zeros(beginning, 1);
        // Text of the West as UTF-16 has a zero in nearly every other byte, and no other text has.
        if (Math.max(even, odd) * 4L > beginning.length && Math.min(even, odd) * 16L < beginning.length) {
            return new Encoding(odd > even ? UTF_16LE : UTF_16BE, 0, "by its zero bytes");
        }
        return isUtf8(beginning) ? new Encoding(UTF_8, 0, "as it reads") : western(beginning);
    }

    private static int zeros(byte[] bytes, int first) {
        int zeros = 0;
        for (int i = first; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Whether all of it is UTF-8, but for a character that the end of the beginning may have cut. */
    private static boolean isUtf8(byte[] beginning) {
        var chars = CharBuffer.allocate(beginning.length + 1);
        return !UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(beginning), chars, false)
                .isError();
    }

    private static Encoding western(byte[] beginning) {
        var detector = new UniversalDetector();
        detector.handleData(beginning);
        detector.dataEnd();
        var guess = Objects.requireNonNullElse(detector.getDetectedCharset(), "nothing known");
        if (!WESTERN.contains(guess)) {
            throw new ConfigException("Its encoding cannot be told: it is not UTF-8, and looks like " + guess
                    + ". Say which it is, such as --encoding windows-1252 (most older Windows programs) or --encoding "
                    + "UTF-8 (then lines that are not are refused). Nothing was written.");
        }
        return new Encoding(WINDOWS_1252, 0, "by its letters");
    }
}
