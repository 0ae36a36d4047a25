package dev.vigia.connect.join;

/**
 * A row that a rule makes a record of.
 *
 * @param rule its place among the rules
 * @param row the primary key, as bytes
 */
record Root(int rule, Bytes row) {

    static Root of(int rule, byte[] row) {
        return new Root(rule, Bytes.of(row));
    }

    static Root read(ByteReader in) {
        return of((int) in.number(), in.rest());
    }

    byte[] bytes() {
        return new ByteWriter().number(rule).raw(row.array()).bytes();
    }
}
