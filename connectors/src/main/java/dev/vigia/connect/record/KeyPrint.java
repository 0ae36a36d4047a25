package dev.vigia.connect.record;

/** Sixty-four bits that stand for a key where millions of keys are to be remembered. */
public final class KeyPrint {

    private KeyPrint() {}

    /** Never zero, so that zero may mean nothing; other kinds of key begin otherwise. */
    public static long of(String key, long kind) {
        long hash = kind;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
