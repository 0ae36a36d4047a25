/** Which machines and measures are known, and the issues about those that are not. */
@NullMarked
package dev.vigia.connect.mqtt.machine;

import org.jspecify.annotations.NullMarked;
