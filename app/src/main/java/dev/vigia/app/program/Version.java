package dev.vigia.app.program;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar's manifest says. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"vigia " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
