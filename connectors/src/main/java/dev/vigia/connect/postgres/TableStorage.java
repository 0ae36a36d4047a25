package dev.vigia.connect.postgres;

import java.util.OptionalLong;
import java.util.Set;

/**
 * How a table is kept, as far as it matters to those who read it or its log.
 *
 * @param toastable columns whose values may be kept out of line: the log leaves them out when an update leaves them alone
 * @param generated columns that are computed, which the log may leave out altogether
 * @param logged false where the table is not in the log at all
 * @param partitioned whether its rows lie in partitions
 * @param inherited whether it shows, beside its own, the rows of tables that inherit from it
 * @param rows how many rows there are, roughly; empty where nobody counted yet
 */
public record TableStorage(
        Set<String> toastable,
        Set<String> generated,
        boolean logged,
        boolean partitioned,
        boolean inherited,
        OptionalLong rows) {}
