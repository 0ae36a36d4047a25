package dev.vigia.app.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The loopback interface, the only one the local stack listens on, and its free ports. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private Loopback() {}

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
