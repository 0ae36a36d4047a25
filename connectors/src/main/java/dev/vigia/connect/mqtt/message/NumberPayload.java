package dev.vigia.connect.mqtt.message;

import dev.vigia.connect.expression.DeclaredType;
import dev.vigia.connect.row.Column;
import dev.vigia.connect.row.ColumnType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payload that is the bare value, as text: {@code 12.5}. It fills the column {@code value}.
 *
 * @param type how it is written
 */
public record NumberPayload(DeclaredType type) implements Payload {

    /** The only column. */
    public static final String VALUE = "value";

    @Override
    public List<Column> columns() {
        return List.of(new Column(VALUE, ColumnType.NUMBER, type.declared()));
    }

    @Override
    public List<Part> parts(byte[] payload, int offset, int width) {
        var values = new @Nullable Object[width];
        var text = new String(payload, StandardCharsets.UTF_8).strip();
        values[offset] = type.hasFormat() ? Cells.formatted(text, type) : Cells.number(text);
        return List.of(new Part(values, ByteBuffer.wrap(payload), 0, null));
    }
}
