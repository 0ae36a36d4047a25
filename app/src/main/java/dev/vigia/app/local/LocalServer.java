package dev.vigia.app.local;

/** A server of the local stack, listening on the loopback interface until it is closed. */
public interface LocalServer extends AutoCloseable {

    String name();

    /** Where a client finds it. */
    String address();

    @Override
    void close();
}
