package dev.vigia.connect.csv.cell;

import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Chooses how a column is read: as the mapping declares it or, where it does not, as the first lines show. */
public final class Formats {

    private Formats() {}

    /**
     * How a column is read.
     *
     * @param sample the column's cells in the first lines
     */
    public static Chosen choose(String column, Declared declared, List<String> sample) {
        return switch (declared.type()) {
            case NUMBER -> Numbers.choose(column, declared.format(), sample);
            case DATE, TIME, LOCAL_TIMESTAMP, INSTANT -> Times.choose(column, declared, sample);
            case BOOLEAN -> new Chosen(new BooleanCells(), null);
            case TEXT, OTHER -> new Chosen(cell -> cell.isEmpty() ? null : cell, null);
        };
    }

    /** Two readings of one cell: a person must say which is meant. */
    static ConfigException ambiguous(String column, String cell, List<String> declarations) {
        return new ConfigException("column \"" + column + "\": \"" + cell + "\" can be read in more than one way."
                + " Say which is meant, under types in the mapping: " + alternatives(column, declarations)
                + ". Nothing was written.");
    }

    /** The first lines contradict each other: a person must say which are right. */
    static ConfigException mixed(String column, List<String> declarations) {
        return new ConfigException("column \"" + column + "\" is written in more than one way in the first lines."
                + " Say which is right, under types in the mapping (lines written otherwise are then refused): "
                + alternatives(column, declarations) + ". Nothing was written.");
    }

    private static String alternatives(String column, List<String> declarations) {
        return String.join(
                " or ", declarations.stream().map(one -> column + ": " + one).toList());
    }
}
