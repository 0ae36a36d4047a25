package dev.vigia.connect.envelope;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Envelopes of {@code erp.line}, as the connector makes them. */
final class Envelopes {

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("schema", Schema.STRING_SCHEMA)
            .field("table", Schema.STRING_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .field("lsn", Schema.OPTIONAL_INT64_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private Envelopes() {}

    static Struct of(String op, @Nullable Struct before, Struct after) {
        var schema = SchemaBuilder.struct()
                .name("acme.erp.line.Envelope")
                .field("before", after.schema())
                .field("after", after.schema())
                .field("source", SOURCE)
                .field("op", Schema.STRING_SCHEMA)
                .build();
        var source = new Struct(SOURCE)
                .put("schema", "erp")
                .put("table", "line")
                .put("snapshot", "last")
                .put("lsn", 77L)
                .put("ts_ms", 1_000L);
        return new Struct(schema)
                .put("before", before)
                .put("after", after)
                .put("source", source)
                .put("op", op);
    }
}
