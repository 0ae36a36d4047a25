package dev.vigia.app.sim.command;

import dev.vigia.app.sim.Command;
import dev.vigia.app.sim.company.BusinessTime;
import dev.vigia.app.sim.company.Company;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands that departments carry out themselves, by planning the rest of the day anew. */
final class DepartmentCommands {

    private final Company company;

    DepartmentCommands(Company company) {
        this.company = company;
    }

    Outcome plan(Command command) {
        var refusal = company.departments().stream()
                .filter(department -> department.commands().contains(command.name()))
                .map(department -> department.refusal(command))
                .flatMap(Optional::stream)
                .findFirst();
        return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> done(command));
    }

    private Outcome done(Command command) {
        var words = Stream.concat(Stream.of(command.name()), command.arguments().values().stream());
        var at = BusinessTime.text(command.at(), company.settings().zone());
        return new Outcome.Done(String.join(" ", words.toList()) + ": from " + at + " on.");
    }
}
