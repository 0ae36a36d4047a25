/**
 * Mapping files: how rows of foreign shapes become canonical records. Pure: it reads text and rows, and knows no server.
 */
@NullMarked
package dev.vigia.connect.mapping;

import org.jspecify.annotations.NullMarked;
