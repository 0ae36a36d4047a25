package dev.vigia.app.sim.cli;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigia sim change-line}. */
@Command(name = "change-line", description = "Change the quantity of an order line in the ERP; its amount follows.")
final class ChangeLineCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(index = "0", paramLabel = "ORDER", description = "The order's number.")
    private long order;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line's number in the order.")
    private long line;

    @Parameters(index = "2", paramLabel = "QUANTITY", description = "The new quantity, for example 12.5.")
    private BigDecimal quantity = BigDecimal.ZERO;

    @Override
    public Integer call() throws Exception {
        return company.tell(
                "change-line",
                Map.of(
                        "order", Long.toString(order),
                        "line", Long.toString(line),
                        "quantity", quantity.toString()));
    }
}
