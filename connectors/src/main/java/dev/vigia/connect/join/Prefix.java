package dev.vigia.connect.join;

import dev.vigia.connect.row.TableId;
import java.util.List;

/** How keys of the store begin: by what they hold, and for what. */
final class Prefix {

    private static final int LAYOUT = 'L';
    private static final int SHAPE = 'S';
    private static final int ROW = 'R';
    private static final int ROOT = 'O';
    private static final int INDEX = 'I';
    private static final int WATCH = 'W';
    private static final int CLAIM = 'C';
    private static final int READ = 'T';

    private Prefix() {}

    /** Where it is kept what the rules look up. */
    static byte[] layout() {
        return new byte[] {LAYOUT};
    }

    /** Of the shapes under which rows of a table were stored; the version follows. */
    static byte[] shapes(TableId table) {
        return of(SHAPE).text(table.toString()).bytes();
    }

    /** Of the rows of a table; the primary key follows. */
    static byte[] rows(TableId table) {
        return of(ROW).text(table.toString()).bytes();
    }

    /** Of the roots of a rule; the primary key follows. */
    static byte[] roots(String rule) {
        return of(ROOT).text(rule).bytes();
    }

    /** Of the rows at an address; the primary key follows. */
    static byte[] index(Bytes address) {
        return of(INDEX).raw(address.array()).bytes();
    }

    /** Of the roots that look at an address; the root follows. */
    static byte[] watch(Bytes address) {
        return of(WATCH).raw(address.array()).bytes();
    }

    /** Of the roots that have put out a record under this key; the root follows. */
    static byte[] claim(String topic, String key) {
        return of(CLAIM).text(topic).text(key).bytes();
    }

    /** Of entries as the topic holds them, only while it is read; the key in the topic follows. */
    static byte[] read() {
        return new byte[] {READ};
    }

    /** All that is in the changelog too. */
    static List<byte[]> kept() {
        return List.of(layout(), new byte[] {SHAPE}, new byte[] {ROW}, new byte[] {ROOT});
    }

    /** All that follows from what is kept. */
    static List<byte[]> derived() {
        return List.of(new byte[] {INDEX}, new byte[] {WATCH}, new byte[] {CLAIM});
    }

    static byte[] join(byte[] prefix, byte[] rest) {
        return new ByteWriter().raw(prefix).raw(rest).bytes();
    }

    /** What follows the prefix in a key. */
    static ByteReader after(byte[] prefix, byte[] key) {
        return new ByteReader(key, prefix.length);
    }

    private static ByteWriter of(int kind) {
        return new ByteWriter().put(kind);
    }
}
