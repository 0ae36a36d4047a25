package dev.vigia.app.sim.trade.order;

import java.time.Instant;

/** Something that comes to the order desk and gets the next order number: a new order, or goods sent back. */
sealed interface Arrival permits NewOrder, AwaitedReturn {

    Instant at();

    Outlook enter(long number);
}
