/** The mapping over what Debezium writes, in topics and in a worker of Kafka Connect. */
@NullMarked
package dev.vigia.app.connect;

import org.jspecify.annotations.NullMarked;
