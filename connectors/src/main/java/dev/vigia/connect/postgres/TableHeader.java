package dev.vigia.connect.postgres;

import dev.vigia.connect.row.TableId;
import java.util.OptionalLong;

/** What the catalogue says of a table as a whole, its columns apart; identity is {@code relreplident}. */
record TableHeader(TableId table, String identity, boolean logged, boolean readable, OptionalLong rows) {}
