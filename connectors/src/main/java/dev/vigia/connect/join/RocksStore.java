package dev.vigia.connect.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Slice;
import org.rocksdb.WriteOptions;

/**
 * A store on disk, in a folder of its own that holds nothing beyond this run, and that nobody else may read: what is kept
 * there may be customers in clear.
 */
public final class RocksStore implements Store {

    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

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

    /** Opens an empty store in a folder: what a killed run left there is deleted, and refused is what another run uses. */
    public static RocksStore open(Path folder, int megabytes) {
        RocksDB.loadLibrary();
        var memory = new RocksMemory(megabytes);
        try {
            makePrivate(folder);
            RocksDB.destroyDB(folder.toString(), memory.options());
            makePrivate(folder);
            return new RocksStore(folder, memory, RocksDB.open(memory.options(), folder.toString()));
        } catch (RocksDBException | IOException e) {
            memory.close();
            throw new IllegalStateException(
                    "rows cannot be stored in " + folder
                            + ": is it ours and writable, is there room, and does no other run use it?",
                    e);
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

    /** Lets go of what was deleted, so that no later scan has to step over it. */
    public void compact() {
        try {
            rocks.compactRange();
        } catch (RocksDBException e) {
            throw failed("compacted", e);
        }
    }

    @Override
    public void close() {
        rocks.close();
        unlogged.close();
        try {
            RocksDB.destroyDB(folder.toString(), memory.options());
        } catch (RocksDBException e) {
            throw failed("deleted", e);
        } finally {
            memory.close();
        }
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

    /** Makes a folder that its owner alone may open; one that is somebody else's cannot be made so. */
    private static void makePrivate(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(folder + " is no folder");
        }
        Files.setPosixFilePermissions(folder, OWNER_ALONE);
    }
}
