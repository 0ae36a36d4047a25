/** The mapping as a transform of Kafka Connect: row by row, within a connector's own task. */
@NullMarked
package dev.vigia.connect.transform;

import org.jspecify.annotations.NullMarked;
