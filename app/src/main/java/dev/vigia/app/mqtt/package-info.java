/** What people say of an MQTT broker and of the readings that come from it. */
@NullMarked
package dev.vigia.app.mqtt;

import org.jspecify.annotations.NullMarked;
