package dev.vigia.bench.mqtt;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most memory that was in use since it was last asked. */
public final class Heap {

    private Heap() {}

    public static void reset() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    public static long peakMegabytes() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
