package dev.vigia.connect.postgres;

import java.util.Set;

/**
 * What of a table the user of the connection sees.
 *
 * @param readable false where nothing of it may be read
 * @param hidden columns that may not be read
 * @param secured whether row security decides which rows are shown
 */
public record TableAccess(boolean readable, Set<String> hidden, boolean secured) {}
