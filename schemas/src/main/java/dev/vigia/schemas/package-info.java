/** The contracts: the topic catalogue, and serdes that speak the Confluent wire format with any compatible registry. */
@NullMarked
package dev.vigia.schemas;

import org.jspecify.annotations.NullMarked;
