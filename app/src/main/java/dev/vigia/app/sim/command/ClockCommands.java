package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.company.BusinessTime;
import dev.vigia.app.sim.database.BusinessClock;
import dev.vigia.app.sim.database.CompanyMemory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Commands to the business clock: pause, resume, speed, step. */
final class ClockCommands {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final CompanyMemory memory;
    private final ZoneId zone;

    ClockCommands(CompanyMemory memory, ZoneId zone) {
        this.memory = memory;
        this.zone = zone;
    }

    Outcome pause(Command command) throws SQLException {
        memory.remember(memory.clock().withPaused(true));
        return new Outcome.Done("Paused at " + text(command.at()) + ".");
    }

    Outcome resume(Command command) throws SQLException {
        memory.remember(memory.clock().withPaused(false));
        return new Outcome.Done("Going on from " + text(command.at()) + ".");
    }

    Outcome speed(Command command) throws SQLException {
        var arguments = new Arguments(command);
        var factor = arguments.decimal("factor").doubleValue();
        if (!BusinessClock.isUsableSpeed(factor)) {
            throw arguments.unusable("factor", "business seconds per second, more than 0 and at most 10000000");
        }
        memory.remember(memory.clock().withSpeed(factor));
        return new Outcome.Done(
                "From " + text(command.at()) + " on, " + factor + " business seconds pass in a second.");
    }

    /** Only begins: the company hurries to the end of the step, and then it is answered. */
    Outcome step(Command command) {
        var arguments = new Arguments(command);
        var duration = arguments.duration("duration");
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw arguments.unusable("duration", "more than nothing and at most ten years, such as PT6H or P7D");
        }
        return new Outcome.Begun();
    }

    Outcome stepped(Command command) {
        return new Outcome.Done("Stepped to " + text(endOfStep(command)) + ".");
    }

    Instant endOfStep(Command command) {
        return command.at().plus(new Arguments(command).duration("duration"));
    }

    private String text(Instant moment) {
        return BusinessTime.text(moment, zone);
    }
}
