package dev.vigia.connect.csv;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.config.ConfigException;

/** The bytes of a file, unpacked where it is packed, counted and summed as they pass. One thread reads. */
final class RawFile implements AutoCloseable {

    /** What is looked at to find out how a file is to be read. */
    private static final int BEGINNING = 1 << 20;

    private static final int BUFFER = 64 << 10;

    private final String name;
    private final long size;
    private final Counted counted;
    private final DigestInputStream summed;
    private final byte[] beginning;
    private final InputStream content;

    private RawFile(String name, long size, InputStream in) throws IOException {
        this.name = name;
        this.size = size;
        this.counted = new Counted(in);
        this.summed = new DigestInputStream(counted, sha256Digest());
        var unpacked = unpacked(new BufferedInputStream(summed, BUFFER));
        this.beginning = unpacked.readNBytes(BEGINNING);
        this.content = new SequenceInputStream(new ByteArrayInputStream(beginning), new KeptOpen(unpacked));
    }

    static RawFile open(CsvSource source) {
        try {
            var path = source.path();
            return path == null
                    ? new RawFile(source.name(), -1, source.stdin())
                    : new RawFile(source.name(), Files.size(path), Files.newInputStream(path));
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    static ConfigException unreadable(String name, IOException cause) {
        return new ConfigException(name + " cannot be read: " + cause + ". Nothing of it was written.");
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    String name() {
        return name;
    }

    byte[] beginning() {
        return beginning;
    }

    /** Whether the beginning is all of it. */
    boolean isShort() {
        return beginning.length < BEGINNING;
    }

    InputStream content() {
        return content;
    }

    /** Bytes of the file itself, packed or not; -1 where nobody knows. */
    long size() {
        return size;
    }

    /** Bytes of the file itself that have passed. Any thread. */
    long passed() {
        return counted.passed;
    }

    /** The SHA-256 of all of it, once all of it has been read. */
    String sha256() throws IOException {
        summed.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(summed.getMessageDigest().digest());
    }

    static String sha256(Path path) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(path), sha256Digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    @Override
    public void close() {
        try {
            summed.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is not closed by who reads it to its end: what follows the packed part of a file is summed too. */
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends FilterInputStream {

        private volatile long passed;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // One thread reads; others only look.
        private void count(int bytes) {
            passed += bytes;
        }
    }
}
