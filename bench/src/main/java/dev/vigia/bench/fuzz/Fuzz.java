package dev.vigia.bench.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Noise for every way in, of which each gets an equal share. */
final class Fuzz {

    private Fuzz() {}

    static List<Count> run(int lines, long seed) throws Exception {
        Map<String, WayIn> ways = new LinkedHashMap<>();
        ways.put("mqtt", new MqttNoise());
        ways.put("csv", new CsvNoise());
        ways.put("envelopes", new EnvelopeNoise());
        var counts = new ArrayList<Count>();
        for (var way : ways.values()) {
            counts.add(way.feed(lines / ways.size() + 1, new Noise(seed + counts.size())));
        }
        return counts;
    }
}
