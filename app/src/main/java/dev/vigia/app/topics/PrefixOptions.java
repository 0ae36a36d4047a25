package dev.vigia.app.topics;

import picocli.CommandLine.Option;

/** The option that says which of several installations on one cluster is meant. */
public final class PrefixOptions {

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = "",
            description = "What every topic's name begins with, as in topics.prefix.")
    private String prefix = "";

    public String prefix() {
        return prefix;
    }
}
