package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;

/** Reads the arguments of a command; what is missing or unusable raises a refusal. */
record Arguments(Command command) {

    String text(String name) {
        var value = command.arguments().get(name);
        if (value == null || value.isBlank()) {
            throw new UnusableArgumentException(command.name() + " needs the argument \"" + name + "\".");
        }
        return value;
    }

    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw unusable(name, "a whole number such as 2");
        }
    }

    BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException e) {
            throw unusable(name, "a number such as 12.5");
        }
    }

    Duration duration(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException e) {
            throw unusable(name, "a duration such as PT6H or P7D");
        }
    }

    UnusableArgumentException unusable(String name, String expected) {
        return new UnusableArgumentException(
                "%s: \"%s\" is not a usable %s; give %s.".formatted(command.name(), text(name), name, expected));
    }
}
