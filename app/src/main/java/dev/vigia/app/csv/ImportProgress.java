package dev.vigia.app.csv;

import dev.vigia.app.program.Display;
import dev.vigia.connect.csv.ImportListener;
import java.time.Duration;
import java.util.Locale;

/** Shows how an import goes: a bar on a terminal, lines elsewhere. */
public final class ImportProgress implements ImportListener {

    private static final int WIDTH = 20;
    private static final double MEBIBYTE = 1 << 20;
    private static final long BETWEEN_UPDATES = Duration.ofMillis(200).toNanos();

    private final Display display;
    private final boolean terminal;
    private String file = "";
    private long begun = System.nanoTime();
    private long before = begun;
    private long next = System.nanoTime();

    public ImportProgress(Display display, boolean terminal) {
        this.display = display;
        this.terminal = terminal;
    }

    @Override
    public void say(String sentence) {
        display.say(sentence);
    }

    @Override
    public void progress(Progress progress) {
        if (!progress.file().equals(file)) {
            file = progress.file();
            begun = before;
        }
        before = System.nanoTime();
        if (System.nanoTime() >= next) {
            next = System.nanoTime() + BETWEEN_UPDATES;
            display.update(line(progress, Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    private String line(Progress progress, Duration took) {
        return String.format(
                Locale.ROOT,
                "%s %s, %,.0f lines/s, %,d refused",
                progress.file(),
                progress.size() < 0 ? megabytes(progress.passed()) : share(progress),
                progress.lines() / Math.max(took.toMillis() / 1000.0, 0.001),
                progress.refused());
    }

    private String share(Progress progress) {
        double share = progress.size() == 0 ? 1 : (double) progress.passed() / progress.size();
        int full = (int) (share * WIDTH);
        var bar = terminal ? "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " : "";
        return bar
                + String.format(
                        Locale.ROOT,
                        "%.0f %%, %s of %s",
                        share * 100,
                        megabytes(progress.passed()),
                        megabytes(progress.size()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEBIBYTE);
    }
}
