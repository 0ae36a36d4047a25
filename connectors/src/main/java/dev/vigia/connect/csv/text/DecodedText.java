package dev.vigia.connect.csv.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;

/** The characters of a file; in the place of bytes that are no text in its encoding stands {@link #NOT_TEXT}. */
final class DecodedText {

    /** A character that no text may hold: Unicode leaves it to programs, for uses like this. */
    static final char NOT_TEXT = '\uFFFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(64 << 10).flip();
    private boolean ended;
    private boolean flushed;

    DecodedText(InputStream in, Encoding encoding) throws IOException {
        this.in = in;
        this.decoder = encoding.charset().newDecoder();
        in.skipNBytes(encoding.mark());
    }

    /** Reads at least one character into this part of an array, which must have room for two; -1 at the end. */
    int read(char[] chars, int from, int length) throws IOException {
        var out = CharBuffer.wrap(chars, from, length);
        while (out.position() == from && !flushed) {
            decode(out);
        }
        return out.position() == from ? -1 : out.position() - from;
    }

    private void decode(CharBuffer out) throws IOException {
        var result = decoder.decode(bytes, out, ended);
        if (result.isError() && out.hasRemaining()) {
            bytes.position(bytes.position() + result.length());
            out.put(NOT_TEXT);
        } else if (result.isUnderflow() && ended) {
            flushed = decoder.flush(out).isUnderflow();
        } else if (result.isUnderflow()) {
            refill();
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }
}
