/** What an MQTT message says: its topic and payload become rows, and rows become readings. Pure: it knows no server. */
@NullMarked
package dev.vigia.connect.mqtt.message;

import org.jspecify.annotations.NullMarked;
