package dev.vigia.app.sim;

import java.time.Instant;

/** What a sensor of a machine sends: one value of one measure, in the unit it claims. */
public record Reading(Instant observedAt, String machine, String measure, double value, String unit) {}
