package dev.vigia.app.sim.small;

import dev.vigia.app.sim.database.DatabaseAddress;
import dev.vigia.app.sim.database.TemporaryPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Gives each test empty databases of one PostgreSQL, which runs until the last test is over. */
public final class Databases implements BeforeAllCallback {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private @Nullable TemporaryPostgres server;

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(TemporaryPostgres.class, key -> start(), TemporaryPostgres.class);
    }

    public DatabaseAddress create() throws SQLException {
        return Objects.requireNonNull(server).create("company_" + NUMBER.incrementAndGet());
    }

    private static TemporaryPostgres start() {
        try {
            return TemporaryPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
