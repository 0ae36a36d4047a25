package dev.vigia.connect.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The questions put to PostgreSQL's own tables, each a file beside this class. */
enum CatalogQuery {
    TABLES,
    COLUMNS,
    INDEXES,
    IDENTITIES,
    FOREIGN_KEYS;

    private final String sql = read(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".sql");

    String sql() {
        return sql;
    }

    private static String read(String file) {
        try (var in = CatalogQuery.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of this program", e);
        }
    }
}
