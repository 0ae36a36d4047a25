/** Readings that come over MQTT 5: received, mapped, written to Kafka, and only then acknowledged. */
@NullMarked
package dev.vigia.connect.mqtt;

import org.jspecify.annotations.NullMarked;
