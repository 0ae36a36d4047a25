package dev.vigia.connect.csv;

/**
 * What the files of one import share.
 *
 * @param kept keys whose lines were refused
 */
record Run(long epoch, ImportTarget target, RepeatedKeys repeated, KeptKeys kept) {}
