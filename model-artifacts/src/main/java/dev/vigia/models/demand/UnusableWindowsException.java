package dev.vigia.models.demand;

import java.util.List;

/** Windows of a batch that cannot be scored, or whose forecasts cannot be true: all of them, each named. */
public final class UnusableWindowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<UnusableWindow> windows;

    UnusableWindowsException(String message, List<UnusableWindow> windows) {
        super(message);
        this.windows = List.copyOf(windows);
    }

    /** Those windows; the others of the batch are good. */
    public List<UnusableWindow> windows() {
        return windows;
    }

    /** Refuses a batch if it has any. */
    static void throwIfAny(List<UnusableWindow> windows, String who, DemandBatch batch) {
        if (!windows.isEmpty()) {
            throw new UnusableWindowsException(
                    who + " " + windows.size() + " of " + batch.size() + " windows, first " + windows.get(0), windows);
        }
    }
}
