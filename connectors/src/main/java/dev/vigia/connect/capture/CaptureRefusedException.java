package dev.vigia.connect.capture;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Capture cannot go on until a person has put something right; trying again would not help. */
public final class CaptureRefusedException extends ConfigException {

    private static final long serialVersionUID = 1L;

    public CaptureRefusedException(String problem) {
        super(problem);
    }

    /** All that is wrong, each with its remedy. */
    static CaptureRefusedException of(String source, List<String> problems) {
        var lines = String.join(System.lineSeparator() + "  ", problems);
        return new CaptureRefusedException("The capture of " + source + " cannot start. Nothing was written."
                + System.lineSeparator() + "  " + lines);
    }
}
