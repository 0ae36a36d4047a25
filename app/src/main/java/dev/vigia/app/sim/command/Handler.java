package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import java.sql.SQLException;

/** Carries out the commands of one name, in the transaction of the step that begins. */
@FunctionalInterface
interface Handler {

    Outcome handle(Command command) throws SQLException;
}
