/** Change topics that already exist: the same mapping over what another's Debezium wrote, exactly once from topic to topic. */
@NullMarked
package dev.vigia.connect.topics;

import org.jspecify.annotations.NullMarked;
