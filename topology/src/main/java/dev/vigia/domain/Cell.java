package dev.vigia.domain;

/**
 * What has been said of a week of a series since it was folded into the history last.
 *
 * @param lines how many lines more count in it; where lines were taken back that the history holds, negative
 */
public record Cell(int lines, Amounts amounts) {

    public static final Cell EMPTY = new Cell(0, Amounts.NOTHING);

    public Cell plus(Contribution contribution) {
        return new Cell(Math.addExact(lines, contribution.lines()), amounts.plus(contribution.amounts()));
    }

    /** Whether it says nothing: everything that was added was taken back. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
