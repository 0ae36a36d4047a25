package dev.vigia.topology.demand.state;

import dev.vigia.domain.Cell;

/** A cell as bytes. */
public final class CellFormat {

    private static final int FORMAT = 1;
    private static final int USUAL_SIZE = 16;

    private CellFormat() {}

    public static byte[] write(Cell cell) {
        var writer = new StateWriter(FORMAT, USUAL_SIZE).number(cell.lines());
        AmountsFormat.write(writer, cell.amounts());
        return writer.bytes();
    }

    public static Cell read(byte[] bytes) {
        var reader = new StateReader(bytes, FORMAT, "cell");
        return new Cell(reader.whole(), AmountsFormat.read(reader));
    }
}
