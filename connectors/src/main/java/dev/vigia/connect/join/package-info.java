/**
 * Rules with lookups: rows are kept, records are assembled from several of them, and assembled again when one of them
 * changes. Knows no server; what is to be kept goes through a {@link dev.vigia.connect.join.Changelog}.
 */
@NullMarked
package dev.vigia.connect.join;

import org.jspecify.annotations.NullMarked;
