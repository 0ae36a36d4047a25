package dev.vigia.app.capture;

import dev.vigia.connect.mapping.Found;
import dev.vigia.connect.mapping.Keyed;
import dev.vigia.connect.mapping.Lookup;
import dev.vigia.connect.mapping.Made;
import dev.vigia.connect.mapping.Refusal;
import dev.vigia.connect.mapping.Rule;
import dev.vigia.connect.row.Row;
import dev.vigia.connect.row.TableId;
import dev.vigia.connect.row.Unusable;
import dev.vigia.schema.SalesLine;
import dev.vigia.schemas.Keys;
import dev.vigia.schemas.Topic;
import dev.vigia.schemas.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Rows {@code (order_id, id, quantity)} of any table become order lines. */
record ItemRule(TableId from, String source) implements Rule {

    @Override
    public String name() {
        return from.name();
    }

    @Override
    public Topic topic() {
        return Topics.SALES_LINES;
    }

    @Override
    public Class<? extends SpecificRecord> type() {
        return SalesLine.class;
    }

    @Override
    public List<Lookup> lookups() {
        return List.of();
    }

    @Override
    public Keyed key(Row row) {
        return new Keyed.Key(Keys.of(String.valueOf(row.get("order_id")), from.name() + row.get("id")));
    }

    @Override
    public Set<String> keyColumns() {
        return Set.of("order_id", "id");
    }

    @Override
    public Made make(Row row, Found found) {
        var quantity = row.get("quantity");
        var key = ((Keyed.Key) key(row)).value();
        if (quantity instanceof Unusable unusable) {
            return new Made.Refused(key, new Refusal(unusable.reason(), unusable.detail(), "test:1 quantity"));
        }
        var amount = quantity == null ? BigDecimal.ZERO : (BigDecimal) quantity;
        return new Made.Mapped(
                key,
                SalesLine.newBuilder()
                        .setOrderId(String.valueOf(row.get("order_id")))
                        .setLineId(from.name() + row.get("id"))
                        .setQuantity(amount.setScale(3, RoundingMode.HALF_EVEN))
                        .setUnit("EA")
                        .setSource(source)
                        .build());
    }
}
