package dev.vigia.connect.mqtt.machine;

import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.SensorReading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The issues about unknown machines and measures: one each, opened by its first reading and closed when it is declared.
 * What is open is kept with the source's state, so that a restart repeats nothing. One thread.
 */
public final class Doubts {

    /** Where to say that something is doubtful, and to keep that it was said. */
    public interface Outlet {

        void report(QualityIssue issue);

        /** Keeps something under a subject, or forgets it where the value is null. */
        void keep(String subject, byte @Nullable [] value);
    }

    /** More than a plant has; a sender that makes up names is not followed further. */
    private static final int MOST_OPEN = 10_000;

    private final String source;
    private final Machines machines;
    private final Clock clock;
    private final Outlet outlet;
    private final Map<String, OpenIssue> open = new HashMap<>();

    /** The machines among them, so that most readings need no key made. */
    private final Set<String> unknown = new HashSet<>();

    public Doubts(String source, Machines machines, Clock clock, Outlet outlet) {
        this.source = source;
        this.machines = machines;
        this.clock = clock;
        this.outlet = outlet;
    }

    /** Takes up an issue that was kept. */
    public void restore(byte[] kept) {
        var issue = OpenIssue.parse(kept);
        open.put(issue.subject(), issue);
        remember(issue);
    }

    /** Opens an issue where the machine or measure of a reading is unknown and nothing was said of it yet. */
    public void look(SensorReading reading) {
        if (!machines.isComplete()) {
            return;
        }
        var measures = machines.measures(reading.getAsset());
        if (measures == null && !unknown.contains(reading.getAsset())) {
            open(new OpenIssue(reading.getAsset(), null, reading.getObservedAt()));
        } else if (measures != null && !measures.contains(reading.getMeasure())) {
            open(new OpenIssue(reading.getAsset(), reading.getMeasure(), reading.getObservedAt()));
        }
    }

    /** Closes the issues about machines and measures that were declared since. */
    public void settle() {
        machines.changed(this::settle);
    }

    /** Closes what was declared while this intake was down. */
    public void settleAll() {
        open.values().stream().map(OpenIssue::asset).distinct().toList().forEach(this::settle);
    }

    private void settle(String asset) {
        var measures = machines.measures(asset);
        if (measures == null || open.isEmpty()) {
            return;
        }
        for (var issue : new ArrayList<>(open.values())) {
            if (issue.asset().equals(asset) && (issue.measure() == null || measures.contains(issue.measure()))) {
                open.remove(issue.subject());
                unknown.remove(issue.measure() == null ? asset : "");
                outlet.report(issue.issue(source, false, clock.instant()));
                outlet.keep(issue.subject(), null);
            }
        }
    }

    private void open(OpenIssue issue) {
        if (open.size() < MOST_OPEN && open.putIfAbsent(issue.subject(), issue) == null) {
            remember(issue);
            outlet.report(issue.issue(source, true, clock.instant()));
            outlet.keep(issue.subject(), issue.json());
        }
    }

    private void remember(OpenIssue issue) {
        if (issue.measure() == null) {
            unknown.add(issue.asset());
        }
    }
}
