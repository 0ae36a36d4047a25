/** The intake of readings over MQTT, beside a bare subscriber with a plain producer. */
@NullMarked
package dev.vigia.bench.mqtt;

import org.jspecify.annotations.NullMarked;
