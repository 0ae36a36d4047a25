package dev.vigia.connect.mqtt.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vigia.schema.QualityIssue;
import dev.vigia.schema.Severity;
import dev.vigia.schemas.Keys;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a machine, or a measure of it, is unknown.
 *
 * @param measure null where the machine is
 * @param since observation time of the first reading
 */
record OpenIssue(String asset, @Nullable String measure, Instant since) {

    static final String MACHINE = "unknown-machine";
    static final String MEASURE = "unknown-measure";

    private static final ObjectMapper JSON = new ObjectMapper();

    String subject() {
        return subject(asset, measure);
    }

    static String subject(String asset, @Nullable String measure) {
        return measure == null ? Keys.of(asset) : Keys.of(asset, measure);
    }

    QualityIssue issue(String source, boolean open, Instant now) {
        return QualityIssue.newBuilder()
                .setRule(measure == null ? MACHINE : MEASURE)
                .setSeverity(open ? Severity.WARNING : Severity.INFO)
                .setSubject(subject())
                .setAsset(asset)
                .setSource(source)
                .setOpen(open)
                .setSince(since)
                .setDescription(words(open))
                .setOrigin("MQTT")
                .setGeneration(1)
                .setRevision(open ? 0 : 1)
                .setMadeBy(measure == null ? MACHINE : MEASURE)
                .setMadeAt(now)
                .build();
    }

    private String words(boolean open) {
        var what = measure == null ? "Machine " + asset : "Measure " + measure + " of machine " + asset;
        return open
                ? what + " is not declared in equipment.asset.v1. Its readings are kept all the same."
                : what + " is declared now.";
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("asset", asset)
                    .put("measure", measure)
                    .put("since", since.toEpochMilli()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static OpenIssue parse(byte[] json) {
        try {
            var node = (ObjectNode) JSON.readTree(json);
            return new OpenIssue(
                    node.required("asset").asText(),
                    node.required("measure").textValue(),
                    Instant.ofEpochMilli(node.required("since").asLong()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("the state topic holds an issue that is not readable", e);
        }
    }
}
