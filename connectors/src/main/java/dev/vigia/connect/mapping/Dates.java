package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.expression.RefusedException;
import java.time.LocalDate;

/**
 * The days that are believed.
 *
 * @param from the first
 * @param to the first that is not any more
 */
record Dates(LocalDate from, LocalDate to) {

    static final Dates USUAL = new Dates(LocalDate.of(1990, 1, 1), LocalDate.of(2100, 1, 1));

    void check(LocalDate day) {
        if (day.isBefore(from) || !day.isBefore(to)) {
            throw new RefusedException(
                    Reason.OUT_OF_RANGE, "\"" + day + "\" is not from " + from + " and before " + to);
        }
    }
}
