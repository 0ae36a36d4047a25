package dev.vigia.app.sim.plant;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.plant.machine.FailureMode;
import dev.vigia.app.sim.plant.machine.Intervention;
import dev.vigia.app.sim.plant.machine.Intervention.BreakSensor;
import dev.vigia.app.sim.plant.machine.Intervention.WearOut;
import dev.vigia.app.sim.plant.machine.Machine;
import dev.vigia.app.sim.plant.machine.Measure;
import dev.vigia.app.sim.plant.machine.SensorFaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands what a person tells the plant, or says what was wrong with it. */
public final class PlantCommands {

    /** Takes {@code machine}, and perhaps {@code mode} and {@code hours}. */
    public static final String WEAR_OUT = "wear-out";

    /** Takes {@code machine}, {@code measure}, {@code kind}, and perhaps {@code hours}. */
    public static final String BREAK_SENSOR = "break-sensor";

    private static final String WEAR_OUT_HOURS = "72";
    private static final String BREAK_SENSOR_HOURS = "6";
    private static final double MOST_HOURS = 10_000;

    private final Choice<String> names = new Choice<>("command", List.of(WEAR_OUT, BREAK_SENSOR), name -> name);
    private final Choice<Machine> machines;
    private final Choice<FailureMode> modes =
            new Choice<>("failure mode", List.of(FailureMode.values()), FailureMode::code);
    private final Choice<Measure> measures = new Choice<>("measure", List.of(Measure.values()), Measure::code);
    private final Choice<SensorFaultKind> kinds =
            new Choice<>("kind of sensor fault", List.of(SensorFaultKind.values()), SensorFaultKind::code);

    PlantCommands(List<Machine> machines) {
        this.machines = new Choice<>("machine", machines, Machine::id);
    }

    public List<String> names() {
        return names.names();
    }

    /** The values that each argument can have; {@code hours} is a number and not among them. */
    public Map<String, List<String>> choices() {
        return Map.of(
                "machine", machines.names(),
                "mode", modes.names(),
                "measure", measures.names(),
                "kind", kinds.names());
    }

    boolean knows(Command command) {
        return names().contains(command.name());
    }

    /** What the command means; {@link IllegalArgumentException} with a sentence for people when it means nothing. */
    Instruction understand(Command command) {
        var machine = machines.named(required(command, "machine")).id();
        var wearOut = names.named(command.name()).equals(WEAR_OUT);
        return new Instruction(machine, wearOut ? wearOut(command) : breakSensor(command));
    }

    private Intervention wearOut(Command command) {
        allow(command, List.of("machine", "mode", "hours"));
        var mode = Optional.ofNullable(command.arguments().get("mode")).map(modes::named);
        return new WearOut(command.at(), mode, hours(command, WEAR_OUT_HOURS));
    }

    private Intervention breakSensor(Command command) {
        allow(command, List.of("machine", "measure", "kind", "hours"));
        var measure = measures.named(required(command, "measure"));
        var kind = kinds.named(required(command, "kind"));
        return new BreakSensor(command.at(), measure, kind, hours(command, BREAK_SENSOR_HOURS));
    }

    private static void allow(Command command, List<String> arguments) {
        var known = new Choice<>("argument of " + command.name(), arguments, name -> name);
        command.arguments().keySet().forEach(known::named);
    }

    private static String required(Command command, String argument) {
        var value = command.arguments().get(argument);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s needs the argument \"%s\"; give it a value.".formatted(command.name(), argument));
        }
        return value;
    }

    private static Duration hours(Command command, String otherwise) {
        var text = command.arguments().getOrDefault("hours", otherwise);
        var hours = number(text);
        if (!(hours > 0 && hours <= MOST_HOURS)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no number of hours; give one above 0 and up to %.0f.".formatted(text, MOST_HOURS));
        }
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
