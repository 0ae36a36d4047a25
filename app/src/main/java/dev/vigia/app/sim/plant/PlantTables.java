package dev.vigia.app.sim.plant;

import static dev.vigia.app.sim.Column.Type.DATE;
import static dev.vigia.app.sim.Column.Type.INSTANT;
import static dev.vigia.app.sim.Column.Type.INTEGER;
import static dev.vigia.app.sim.Column.Type.REAL;
import static dev.vigia.app.sim.Column.Type.TEXT;

import dev.vigia.app.sim.Column;
import dev.vigia.app.sim.Table;
import dev.vigia.app.sim.plant.machine.FailureMode;
import java.util.ArrayList;
import java.util.List;

/** The tables of the plant, and what is really true of it. */
final class PlantTables {

    static final Table PLACE = new Table(
            "plant.place",
            1,
            List.of(
                    new Column("code", TEXT),
                    new Column("site", TEXT),
                    new Column("hall", TEXT),
                    new Column("position", INTEGER),
                    new Column("latitude", REAL),
                    new Column("longitude", REAL)));

    static final Table MACHINE = new Table(
            "plant.machine",
            1,
            List.of(
                    new Column("id", TEXT),
                    new Column("name", TEXT),
                    new Column("class", TEXT),
                    new Column("place", TEXT),
                    new Column("shifts", TEXT),
                    new Column("rated_current", REAL),
                    new Column("installed_on", DATE)));

    static final Table CHANNEL = new Table(
            "plant.channel",
            2,
            List.of(
                    new Column("machine", TEXT),
                    new Column("measure", TEXT),
                    new Column("unit", TEXT),
                    new Column("low", REAL),
                    new Column("high", REAL),
                    new Column("readings_per_hour", INTEGER)));

    static final Table OPERATING_STATE = new Table(
            "plant.operating_state",
            2,
            List.of(new Column("machine", TEXT), new Column("since", INSTANT), new Column("state", TEXT)));

    static final Table MAINTENANCE_ORDER = new Table(
            "plant.maintenance_order",
            1,
            List.of(
                    new Column("id", TEXT),
                    new Column("machine", TEXT),
                    new Column("kind", TEXT),
                    new Column("failure_mode", TEXT),
                    new Column("reported_at", INSTANT),
                    new Column("started_at", INSTANT),
                    new Column("finished_at", INSTANT),
                    new Column("text", TEXT)));

    static final Table WEAR = new Table("truth.wear", 2, wearColumns());

    static final Table SENSOR_FAULT = new Table(
            "truth.sensor_fault",
            3,
            List.of(
                    new Column("machine", TEXT),
                    new Column("measure", TEXT),
                    new Column("began_at", INSTANT),
                    new Column("ended_at", INSTANT),
                    new Column("kind", TEXT)));

    static final Table BREAKDOWN = new Table(
            "truth.breakdown",
            2,
            List.of(
                    new Column("machine", TEXT),
                    new Column("at", INSTANT),
                    new Column("failure_mode", TEXT),
                    new Column("maintenance_order", TEXT)));

    /** Referenced ones first. */
    static final List<Table> ALL =
            List.of(PLACE, MACHINE, CHANNEL, OPERATING_STATE, MAINTENANCE_ORDER, WEAR, SENSOR_FAULT, BREAKDOWN);

    private PlantTables() {}

    private static List<Column> wearColumns() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("machine", TEXT));
        columns.add(new Column("day", DATE));
        for (var mode : FailureMode.values()) {
            columns.add(new Column(mode.code(), REAL));
        }
        columns.add(new Column("leading_mode", TEXT));
        return columns;
    }
}
