package dev.vigia.app.csv;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** The most heap that was in use since the program began. */
public final class PeakMemory {

    private PeakMemory() {}

    /** In MiB; at most a little too much, since the parts of the heap need not have been full together. */
    public static long mebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
