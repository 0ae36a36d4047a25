package dev.vigia.app.sim;

import java.time.Instant;
import java.util.Map;

/** What a person or a test told the running company to do, and the business time at which it took effect. */
public record Command(Instant at, String name, Map<String, String> arguments) {}
