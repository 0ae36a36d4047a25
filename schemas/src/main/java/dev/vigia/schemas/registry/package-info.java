/** Serdes that speak the Confluent wire format, over any registry that speaks Confluent's REST API. */
@NullMarked
package dev.vigia.schemas.registry;

import org.jspecify.annotations.NullMarked;
