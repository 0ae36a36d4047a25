package dev.vigia.bench.csv;

import com.sun.management.OperatingSystemMXBean;
import dev.vigia.bench.mqtt.Heap;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The runs of one contestant; the best of them counts, and the first only where there is no other. */
final class Laps {

    /** One run, in seconds by the clock and of all processors together, servers in this program included. */
    record Lap(double seconds, double processor, long megabytes) {}

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Contestant contestant;
    private final List<Lap> laps = new ArrayList<>();

    Laps(Contestant contestant) {
        this.contestant = contestant;
    }

    String name() {
        return contestant.name();
    }

    Lap run(SalesReport report) throws IOException, InterruptedException {
        Heap.reset();
        long processor = SYSTEM.getProcessCpuTime();
        long begun = System.nanoTime();
        contestant.carry(report);
        var lap = new Lap(
                (System.nanoTime() - begun) / 1e9,
                (SYSTEM.getProcessCpuTime() - processor) / 1e9,
                Heap.peakMegabytes());
        laps.add(lap);
        return lap;
    }

    Lap best() {
        return laps.stream()
                .skip(laps.size() > 1 ? 1 : 0)
                .min(Comparator.comparingDouble(Lap::seconds))
                .orElseThrow();
    }
}
