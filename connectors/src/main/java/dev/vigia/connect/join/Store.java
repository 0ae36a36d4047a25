package dev.vigia.connect.join;

import org.jspecify.annotations.Nullable;

/** An ordered map of bytes for this run only. One thread. */
public interface Store extends AutoCloseable {

    byte @Nullable [] get(byte[] key);

    void put(byte[] key, byte[] value);

    void delete(byte[] key);

    /** Visits, in order, the entries whose key begins so, as they were when the scan began. */
    void scan(byte[] prefix, Visitor visitor);

    /** Deletes the entries whose key begins so. */
    void clear(byte[] prefix);

    @Override
    void close();

    /** Told of each entry. */
    interface Visitor {

        /** Whether to go on. */
        boolean visit(byte[] key, byte[] value);
    }
}
