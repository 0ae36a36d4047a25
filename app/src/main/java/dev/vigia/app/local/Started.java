package dev.vigia.app.local;

import java.time.Duration;

/** A server that came up, and how long it took. */
public record Started(LocalServer server, Duration took) {}
