package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.RowChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the steps of a day write, and gives it back in order of time. */
public final class Diary {

    private final List<RowChange> changes = new ArrayList<>();

    public void note(List<RowChange> rows) {
        changes.addAll(rows);
    }

    /** Notes what a step writes, and gives the state it leaves. */
    public <S> S note(Planned<S> step) {
        note(step.changes());
        return step.state();
    }

    /** Of rows written at the same moment, those noted first come first: a header before its lines. */
    public List<RowChange> inOrderOfTime() {
        return changes.stream().sorted(Comparator.comparing(RowChange::at)).toList();
    }
}
