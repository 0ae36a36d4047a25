package dev.vigia.domain;

/** A product in a region: what is counted, forecast and planned. An unknown region is the empty text. */
public record Series(String product, String region) {}
