package dev.vigia.app.sim.trade.book;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Table;
import java.util.List;

/** Lets a table be written down as it reads in the DDL: a column a line, each with its type first. */
final class Columns {

    private Columns() {}

    static Table table(String name, int keyColumns, Column... columns) {
        return new Table(name, keyColumns, List.of(columns));
    }

    static Column text(String name) {
        return new Column(name, Column.Type.TEXT);
    }

    static Column integer(String name) {
        return new Column(name, Column.Type.INTEGER);
    }

    static Column bigint(String name) {
        return new Column(name, Column.Type.BIGINT);
    }

    static Column quantity(String name) {
        return new Column(name, Column.Type.QUANTITY);
    }

    static Column money(String name) {
        return new Column(name, Column.Type.MONEY);
    }

    static Column real(String name) {
        return new Column(name, Column.Type.REAL);
    }

    static Column date(String name) {
        return new Column(name, Column.Type.DATE);
    }

    static Column instant(String name) {
        return new Column(name, Column.Type.INSTANT);
    }
}
