package dev.vigia.app.sim.trade.order;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All that a customer wants at one time; it becomes an order of what can be delivered. */
public record Basket(Customer customer, Instant at, boolean isCancelledLater, List<Wish> wishes) {

    public Basket fill(UnaryOperator<Wish> shelf) {
        return new Basket(
                customer, at, isCancelledLater, wishes.stream().map(shelf).toList());
    }

    /** What counts as demand: not what is cancelled later. */
    public Stream<Wish> meant() {
        return isCancelledLater ? Stream.empty() : wishes.stream();
    }

    List<Wish> granted() {
        return wishes.stream().filter(Wish::isGranted).toList();
    }
}
