package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.RowChange;
import java.util.List;

/** What one step of a day's plan leaves behind: the state it hands on, and the rows it writes. */
public record Planned<S>(S state, List<RowChange> changes) {}
