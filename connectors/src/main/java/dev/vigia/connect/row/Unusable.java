package dev.vigia.connect.row;

/**
 * In place of a value that is there but cannot be used, such as NaN or an infinite date. It harms only what reads it.
 *
 * @param text the value as the source wrote it
 * @param reason a short code, as dead letters have it
 * @param detail why, in words
 */
public record Unusable(String text, String reason, String detail) {}
