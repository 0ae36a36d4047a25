package dev.vigia.app.program;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * What a person watches while something long goes on: lines that stay, and below them one that is rewritten.
 *
 * <p>Where the output is a file or another program, the last line cannot be rewritten; it is then printed now and then.
 * Any thread may use it.
 */
public final class Display {

    private static final String START_OF_CLEARED_LINE = "\r\u001b[2K";
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private long nextUpdate = System.nanoTime();
    private String shown = "";

    /** @param terminal whether somebody looks on, so that a line can be rewritten */
    public Display(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A line that stays. */
    public synchronized void say(String line) {
        out.print(terminal ? START_OF_CLEARED_LINE + line + "\n" + shown : line + "\n");
        out.flush();
    }

    /** The line that tells how it stands. */
    public synchronized void update(String line) {
        if (terminal) {
            shown = line;
            out.print(START_OF_CLEARED_LINE + line);
            out.flush();
        } else if (System.nanoTime() - nextUpdate >= 0) {
            nextUpdate = System.nanoTime() + NOW_AND_THEN.toNanos();
            say(line);
        }
    }

    /** The line that tells how it stands, for the last time: now it stays. */
    public synchronized void finish(String line) {
        shown = "";
        say(line);
    }
}
