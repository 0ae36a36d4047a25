package dev.vigia.domain;

/** A partition that says how far it is: of a source, through a topic or a step, by number. */
public record Upstream(String source, String through, int partition) {}
