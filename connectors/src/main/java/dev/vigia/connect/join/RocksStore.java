package dev.vigia.connect.join;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/** A store on disk, in a folder of its own that holds nothing beyond this run. */
public final class RocksStore implements Store {

    /** Megabytes of memory that serve well. */
    public static final int MEGABYTES = 64;

    private final Path folder;
    private final RocksMemory memory;
    private final RocksDB rocks;
    private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);

    private RocksStore(Path folder, RocksMemory memory, RocksDB rocks) {
        this.folder = folder;
        this.memory = memory;
        this.rocks = rocks;
    }

    /** Opens an empty store in a folder that is its own: what a killed run left there is deleted. */
    public static RocksStore open(Path folder, int megabytes) {
        RocksDB.loadLibrary();
        deleteAll(folder);
        var memory = new RocksMemory(megabytes);
        try {
            Files.createDirectories(folder);
            return new RocksStore(folder, memory, RocksDB.open(memory.options(), folder.toString()));
        } catch (RocksDBException | IOException e) {
            memory.close();
            throw new IllegalStateException(
                    "rows cannot be stored in " + folder + ": is it writable, and is there room?", e);
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        try {
            return rocks.get(key);
        } catch (RocksDBException e) {
            throw failed("read", e);
        }
    }

    @Override
    public void put(byte[] key, byte[] value) {
        try {
            rocks.put(unlogged, key, value);
        } catch (RocksDBException e) {
            throw failed("written", e);
        }
    }

    @Override
    public void delete(byte[] key) {
        try {
            rocks.delete(unlogged, key);
        } catch (RocksDBException e) {
            throw failed("deleted", e);
        }
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        try (var end = new Slice(after(prefix));
                var options = new ReadOptions().setIterateUpperBound(end);
                var entries = rocks.newIterator(options)) {
            entries.seek(prefix);
            while (entries.isValid() && visitor.visit(entries.key(), entries.value())) {
                entries.next();
            }
            entries.status();
        } catch (RocksDBException e) {
            throw failed("read", e);
        }
    }

    @Override
    public void clear(byte[] prefix) {
        try {
            rocks.deleteRange(unlogged, prefix, after(prefix));
        } catch (RocksDBException e) {
            throw failed("deleted", e);
        }
    }

    @Override
    public void close() {
        rocks.close();
        unlogged.close();
        memory.close();
        deleteAll(folder);
    }

    /** The least key after all that begin so. A prefix begins with a letter, so there is one. */
    private static byte[] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (prefix[last] == (byte) 0xFF) {
            last--;
        }
        var next = Arrays.copyOf(prefix, last + 1);
        next[last]++;
        return next;
    }

    private IllegalStateException failed(String what, RocksDBException e) {
        return new IllegalStateException(
                "stored rows could not be " + what + " in " + folder + ": is the disk full?", e);
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": delete it by hand", e);
        }
    }
}
