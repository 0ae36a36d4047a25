package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.OrderHeader;

/** The header of an order as bytes. */
public final class OrderRowFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 32;

    private static final int NONE = 0;
    private static final int SALE = 1;
    private static final int RETURN = 2;

    private OrderRowFormat() {}

    public static byte[] write(OrderRow row) {
        var writer = new StateWriter(FORMAT, USUAL_SIZE).text(row.source());
        PositionFormat.write(writer, row.position());
        var header = row.header();
        if (header == null) {
            return writer.bits(NONE).bytes();
        }
        return writer.bits(header.isReturn() ? RETURN : SALE)
                .number(header.week().number())
                .text(header.region())
                .bytes();
    }

    public static OrderRow read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "header of an order");
        var source = reader.text();
        var position = PositionFormat.read(reader);
        int kind = reader.bits();
        var header =
                kind == NONE ? null : new OrderHeader(new BusinessWeek(reader.whole()), reader.text(), kind == RETURN);
        return new OrderRow(source, position, header);
    }
}
