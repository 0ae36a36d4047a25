package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import java.util.OptionalLong;

/** What the catalogue says of a table as a whole, its columns apart. */
record TableHeader(
        TableId table,
        boolean logged,
        boolean partitioned,
        boolean inherited,
        boolean readable,
        boolean secured,
        OptionalLong rows) {}
