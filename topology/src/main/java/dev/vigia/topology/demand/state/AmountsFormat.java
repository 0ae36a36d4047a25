package dev.vigia.topology.demand.state;

import dev.vigia.domain.Amounts;
import dev.vigia.domain.Money;
import dev.vigia.domain.Quantity;

/** Amounts within a value of state. */
final class AmountsFormat {

    private AmountsFormat() {}

    static void write(StateWriter writer, Amounts amounts) {
        writer.number(amounts.gross().thousandths())
                .number(amounts.returned().thousandths())
                .number(amounts.revenue().hundredths());
    }

    static Amounts read(StateReader reader) {
        return new Amounts(new Quantity(reader.number()), new Quantity(reader.number()), new Money(reader.number()));
    }
}
