package dev.vigia.connect.capture;

/** What a person decided about going on or beginning anew. */
public enum EpochChoice {
    /** Goes on where it can, begins a new epoch where it must, and asks where the mapping was changed. */
    USUAL,
    /** Takes a new snapshot. */
    NEW,
    /** Goes on although the mapping was changed: what was written before stays as it was mapped then. */
    KEEP
}
