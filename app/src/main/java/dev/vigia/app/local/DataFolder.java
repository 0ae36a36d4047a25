package dev.vigia.app.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vigia.app.program.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a local stack keeps, used by one program at a time.
 *
 * <p>The lock is the operating system's, so it ends with its holder, however that dies. The format number says which
 * layout the folder has; a program older than the folder leaves it alone.
 */
public final class DataFolder implements AutoCloseable {

    /** Raised when a newer program can no longer start on older data, or the other way round. */
    static final int FORMAT = 1;

    private static final String LOCK = "lock";
    private static final String FORMAT_FILE = "format";
    private static final String DRAFT = ".new";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Takes the folder, making it where it is missing. */
    public static DataFolder open(Path path) {
        try {
            var folder = Files.createDirectories(path.toAbsolutePath().normalize());
            refuseForeign(folder);
            return new DataFolder(folder, hold(folder));
        } catch (IOException e) {
            throw Failure.usage(
                    "The data folder " + path + " cannot be used: " + e + ". Name another with --data DIR.");
        }
    }

    private static FileChannel hold(Path folder) throws IOException {
        var lockFile = lock(folder);
        try {
            checkFormat(folder);
            lockFile.truncate(0);
            lockFile.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
            return lockFile;
        } catch (Failure refused) {
            lockFile.close();
            throw refused;
        }
    }

    public Path path() {
        return path;
    }

    /** A folder inside, made where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + name + " in " + path, e);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give back the folder " + path, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw Failure.usage("The data folder " + folder + " is in use by process "
                    + Files.readString(file).strip()
                    + ". Stop that one first, or name another folder with --data DIR.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    private static void checkFormat(Path folder) throws IOException {
        var file = folder.resolve(FORMAT_FILE);
        if (!Files.exists(file)) {
            writeWhole(file, FORMAT + "\n");
            return;
        }
        var found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(FORMAT))) {
            throw Failure.usage("The data folder " + folder + " has format " + found + ", this program writes format "
                    + FORMAT + ". Use the version of Vigia that wrote it, or name another folder with --data DIR."
                    + " Nothing was changed.");
        }
    }

    /** A folder without a format is empty, or was left in its very first moment. */
    private static void refuseForeign(Path folder) throws IOException {
        if (Files.exists(folder.resolve(FORMAT_FILE))) {
            return;
        }
        try (var files = Files.list(folder)) {
            if (!files.allMatch(DataFolder::isOfFirstMoment)) {
                throw Failure.usage("The folder " + folder + " holds files that are not Vigia's."
                        + " Name an empty or a new folder with --data DIR. Nothing was changed.");
            }
        }
    }

    private static boolean isOfFirstMoment(Path file) {
        try {
            var begun = file.endsWith(LOCK) ? "" : FORMAT + "\n";
            return List.of(LOCK, FORMAT_FILE + DRAFT).contains(String.valueOf(file.getFileName()))
                    && Files.isRegularFile(file)
                    && Files.size(file) <= begun.length()
                    && begun.startsWith(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /** Writes a file so that a reader sees all of it or nothing, whenever the program is killed. */
    static void writeWhole(Path file, String text) throws IOException {
        var draft = Files.writeString(file.resolveSibling(file.getFileName() + DRAFT), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
