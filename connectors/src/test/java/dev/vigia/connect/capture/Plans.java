package dev.vigia.connect.capture;

import dev.vigia.connect.mapping.Mapping;
import dev.vigia.connect.mapping.Salt;
import dev.vigia.connect.write.WriterConfig;
import java.time.Clock;
import java.util.Map;

/** A capture of one table, for tests that need no servers. */
final class Plans {

    private static final String LINES = """
            source: erp
            timezone: UTC
            records:
              - to: sales.line.v1
                from: public.line
                key: [order_id, id]
                fields: { quantity: quantity, unit: "'EA'" }
            """;

    private Plans() {}

    static CaptureConfig config() {
        var plan = new MappingPlan(Mapping.parse("erp.yaml", LINES), Salt.of("s1", "sixteen letters at least"));
        var writer = new WriterConfig("erp", "", Map.of(), Map.of(), Clock.systemUTC());
        return CaptureConfig.of(writer, new SourceDatabase("jdbc:postgresql://nowhere/erp", "vigia", ""), plan);
    }
}
