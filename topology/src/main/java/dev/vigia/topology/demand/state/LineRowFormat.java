package dev.vigia.topology.demand.state;

import dev.vigia.domain.BusinessWeek;
import dev.vigia.domain.Contribution;
import dev.vigia.domain.Money;
import dev.vigia.domain.OrderLine;
import dev.vigia.domain.Quantity;
import dev.vigia.domain.Series;
import org.jspecify.annotations.Nullable;

/** A line of an order as bytes. */
public final class LineRowFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 64;

    private static final int HAS_LINE = 1;
    private static final int HAS_APPLIED = 2;
    private static final int KNOWS_KIND = 4;
    private static final int IS_RETURN = 8;

    /** What it added went to the product that it still names, as nearly always. */
    private static final int SAME_PRODUCT = 16;

    private LineRowFormat() {}

    public static byte[] write(LineRow row) {
        var line = row.line();
        var applied = row.applied();
        int flags = flags(line, applied);
        var writer = new StateWriter(FORMAT, USUAL_SIZE).text(row.source());
        PositionFormat.write(writer, row.position());
        writer.bits(flags);
        if (line != null) {
            writer.text(line.product())
                    .number(line.quantity().thousandths())
                    .number(line.revenue().hundredths());
        }
        if (applied != null) {
            write(writer, applied, (flags & SAME_PRODUCT) != 0);
        }
        return writer.bytes();
    }

    public static LineRow read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "line of an order");
        var source = reader.text();
        var position = PositionFormat.read(reader);
        int flags = reader.bits();
        var line = (flags & HAS_LINE) == 0 ? null : line(reader, flags);
        var applied = (flags & HAS_APPLIED) == 0 ? null : applied(reader, flags, line);
        return new LineRow(source, position, line, applied);
    }

    private static int flags(@Nullable OrderLine line, @Nullable Contribution applied) {
        int flags = line == null ? 0 : HAS_LINE;
        if (line != null && line.isReturn() != null) {
            flags |= line.isReturn() ? KNOWS_KIND | IS_RETURN : KNOWS_KIND;
        }
        if (applied != null) {
            flags |= HAS_APPLIED;
            flags |= line != null && line.product().equals(applied.series().product()) ? SAME_PRODUCT : 0;
        }
        return flags;
    }

    private static OrderLine line(StateReader reader, int flags) {
        var isReturn = (flags & KNOWS_KIND) == 0 ? null : (flags & IS_RETURN) != 0;
        return new OrderLine(reader.text(), new Quantity(reader.number()), new Money(reader.number()), isReturn);
    }

    private static void write(StateWriter writer, Contribution applied, boolean isOfSameProduct) {
        if (!isOfSameProduct) {
            writer.text(applied.series().product());
        }
        writer.text(applied.series().region()).number(applied.week().number());
        AmountsFormat.write(writer, applied.amounts());
    }

    private static Contribution applied(StateReader reader, int flags, @Nullable OrderLine line) {
        var product = (flags & SAME_PRODUCT) != 0 && line != null ? line.product() : reader.text();
        var series = new Series(product, reader.text());
        return new Contribution(series, new BusinessWeek(reader.whole()), 1, AmountsFormat.read(reader));
    }
}
