package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payload that is the bare value, as text: {@code 12.5}. It fills the column {@code value}. */
public record NumberPayload() implements Payload {

    @Override
    public List<Column> columns() {
        return List.of(new Column("value", ColumnType.NUMBER, "number"));
    }

    @Override
    public List<Part> parts(byte[] payload, int offset, int width) {
        var values = new @Nullable Object[width];
        values[offset] = Cells.number(new String(payload, StandardCharsets.UTF_8).strip());
        return List.of(new Part(values, ByteBuffer.wrap(payload), 0, null));
    }
}
