package dev.vigia.connect.join;

import org.jspecify.annotations.Nullable;

/** A store in memory that counts what is read of it. */
final class CountingStore extends TreeStore {

    int reads;

    @Override
    public byte @Nullable [] get(byte[] key) {
        reads++;
        return super.get(key);
    }

    @Override
    public void scan(byte[] prefix, Visitor visitor) {
        super.scan(prefix, (key, value) -> {
            reads++;
            return visitor.visit(key, value);
        });
    }
}
