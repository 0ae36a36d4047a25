/**
 * Follows the log of a PostgreSQL database with Debezium's engine and writes canonical records, without losing or
 * doubling a row: how far it is lies in Kafka, in the same transactions as what was written.
 */
@NullMarked
package dev.vigia.connect.capture;

import org.jspecify.annotations.NullMarked;
