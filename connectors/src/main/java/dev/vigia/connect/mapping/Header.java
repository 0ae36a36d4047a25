package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Factors;
import java.time.ZoneId;

/**
 * What a mapping file says before its records.
 *
 * @param hash of all that the file means
 */
record Header(String file, String source, ZoneId zone, Dates dates, Factors units, Factors currencies, String hash) {}
