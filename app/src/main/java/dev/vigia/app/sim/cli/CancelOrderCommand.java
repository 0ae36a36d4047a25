package dev.vigia.app.sim.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vigia sim cancel-order}. */
@Command(name = "cancel-order", description = "Cancel an order in the ERP.")
final class CancelOrderCommand implements Callable<Integer> {

    @Mixin
    private RunningCompany company = new RunningCompany();

    @Parameters(paramLabel = "ORDER", description = "Its number, order_id in erp.sales_order.")
    private long order;

    @Override
    public Integer call() throws Exception {
        return company.tell("cancel-order", Map.of("order", Long.toString(order)));
    }
}
