/** Files that say which MQTT topics are read and how their payloads become readings: the mapping language, and a little around it. */
@NullMarked
package dev.vigia.connect.mqtt.file;

import org.jspecify.annotations.NullMarked;
