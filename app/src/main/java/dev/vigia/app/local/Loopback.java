package dev.vigia.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The loopback interface, the only one the local stack listens on, and its free ports. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private Loopback() {}

    /**
     * Does what chooses ports and binds them after all other stacks of this user have done so: two that looked at the
     * same time would find the same ports free.
     */
    static <T> T inTurn(Supplier<T> start) {
        var name = "vigia-ports-" + System.getProperty("user.name") + ".lock";
        var file = Path.of(System.getProperty("java.io.tmpdir"), name);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return start.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take turns with other local stacks by " + file, e);
        }
    }

    /** Starts a server at its usual port or a free one; at another when somebody took that in the meantime. */
    static <S> S bind(int usual, IntFunction<S> start) {
        var port = port(usual);
        try {
            return start.apply(port);
        } catch (RuntimeException e) {
            if (isFree(port)) {
                throw e;
            }
            return start.apply(anyPort());
        }
    }

    /** The usual port of a server, or a free one when something else has it. */
    static int port(int usual) {
        return isFree(usual) ? usual : anyPort();
    }

    static int anyPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + HOST, e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
