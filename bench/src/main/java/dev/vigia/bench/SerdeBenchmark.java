package dev.vigia.bench;

import static java.util.Objects.requireNonNull;

import dev.vigia.schema.SalesKind;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.registry.RegistryDeserializer;
import dev.vigia.schemas.registry.RegistrySerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An order line written and read by our serdes, and by Avro alone with everything reused: the ceiling. */
@State(Scope.Thread)
public class SerdeBenchmark {

    private static final String TOPIC = "sales.line.v1";

    private final SalesLine line = SalesLine.newBuilder()
            .setOrderId("100234")
            .setLineId("3")
            .setProduct("HEA-0008")
            .setQuantity(new BigDecimal("12.000"))
            .setUnit("EA")
            .setRevenue(new BigDecimal("1789.20"))
            .setCurrency("BRL")
            .setKind(SalesKind.SALE)
            .setSource("erp")
            .build();

    private final RegistrySerializer<SalesLine> serializer = new RegistrySerializer<>();
    private final RegistryDeserializer<SalesLine> deserializer = new RegistryDeserializer<>();
    private byte[] framed = {};

    private final DatumWriter<SalesLine> writer = new SpecificDatumWriter<>(SalesLine.class);
    private final DatumReader<SalesLine> reader = new SpecificDatumReader<>(SalesLine.class);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[] {}, null);
    private byte[] bare = {};

    @Setup
    public void begin() throws IOException {
        try (var registry = OneSchemaRegistry.start(SalesLine.getClassSchema())) {
            Map<String, String> settings = Map.of("schema.registry.url", registry.url());
            serializer.configure(settings, false);
            deserializer.configure(settings, false);
            framed = requireNonNull(serializer.serialize(TOPIC, line));
            deserializer.deserialize(TOPIC, framed);
        }
        bare = writeBare();
    }

    @TearDown
    public void end() {
        serializer.close();
        deserializer.close();
    }

    @Benchmark
    public byte @Nullable [] writeOurs() {
        return serializer.serialize(TOPIC, line);
    }

    @Benchmark
    public byte[] writeBare() throws IOException {
        out.reset();
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        writer.write(line, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Benchmark
    public @Nullable SalesLine readOurs() {
        return deserializer.deserialize(TOPIC, framed);
    }

    @Benchmark
    public SalesLine readBare() throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(bare, decoder);
        return reader.read(null, decoder);
    }
}
