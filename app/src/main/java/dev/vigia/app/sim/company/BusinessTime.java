package dev.vigia.app.sim.company;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments as the people of the company would read them off their clocks. */
public final class BusinessTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private BusinessTime() {}

    public static String text(Instant moment, ZoneId zone) {
        return FORM.format(moment.atZone(zone));
    }
}
