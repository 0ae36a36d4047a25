/** How everything that comes in is written to Kafka: in transactions, with positions, markers and dead letters. */
@NullMarked
package dev.vigia.connect.write;

import org.jspecify.annotations.NullMarked;
