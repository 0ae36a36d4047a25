package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;

/**
 * A command that waits for its answer.
 *
 * @param command with the business time at which it takes effect: now, when it has not begun
 */
record GivenCommand(long id, Command command, boolean begun) {}
