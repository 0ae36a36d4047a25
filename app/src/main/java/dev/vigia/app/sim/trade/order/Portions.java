package dev.vigia.app.sim.trade.order;

import dev.vigia.app.sim.trade.book.Dice;
import java.util.ArrayList;
import java.util.List;

/** Divides a day's demand among the lines of several customers. */
final class Portions {

    private Portions() {}

    /** At least one step a portion, and all of them together the whole. */
    static List<Integer> divide(int steps, double usual, Dice dice) {
        var portions = new ArrayList<Integer>();
        for (int left = steps; left > 0; ) {
            int portion = (int) Math.round(usual * dice.between(0.3, 1.7));
            portions.add(Math.min(left, Math.max(1, portion)));
            left -= portions.get(portions.size() - 1);
        }
        return portions;
    }
}
