package dev.vigia.app.program;

/** A command that a module beyond this one brings along: found on the class path when the program starts. */
public interface Subcommand {}
