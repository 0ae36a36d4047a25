package dev.vigia.app.models;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.models.Problem;
import dev.vigia.models.check.CheckedModel;
import dev.vigia.models.check.ModelCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigia models check}: everything that is wrong with a model, then its golden windows. */
@Command(
        name = "check",
        description = "Tell the author of a model everything that is wrong with it, and score its golden windows.")
final class CheckCommand implements Callable<Integer> {

    @Nullable
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The model's folder, or <kind>/<version> of the installation (its newest demand model).")
    private Path given;

    @Mixin
    private ScoringOptions scoring = new ScoringOptions();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = GivenFolder.of(given);
        var checked = ModelCheck.run(folder, scoring.settings());
        var out = spec.commandLine().getOut();
        (json ? List.of(json(checked)) : page(folder, checked)).forEach(out::println);
        out.flush();
        return checked.isGood() ? ExitCode.OK : 1;
    }

    private static List<String> page(Path folder, CheckedModel checked) {
        var lines = new ArrayList<String>();
        checked.problems().forEach(problem -> lines.add(problem.toString()));
        checked.manifest()
                .ifPresent(manifest -> lines.add(manifest.identity() + " scores on "
                        + checked.placement().map(String::valueOf).orElse("nothing")));
        checked.proof()
                .ifPresent(
                        proof -> lines.add(proof.windows() + " golden windows, together and one by one; farthest value"
                                + " off by " + proof.farthest() + " (tolerance " + proof.tolerance() + ")"));
        int count = checked.problems().size();
        lines.add(
                checked.isGood()
                        ? folder + " is good"
                        : folder + ": " + count + (count == 1 ? " problem" : " problems"));
        return lines;
    }

    private static String json(CheckedModel checked) {
        var json = JsonNodeFactory.instance.objectNode().put("good", checked.isGood());
        var problems = json.putArray("problems");
        for (Problem problem : checked.problems()) {
            problems.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("what", problem.what())
                    .put("remedy", problem.remedy());
        }
        checked.proof()
                .ifPresent(proof -> json.putObject("golden")
                        .put("windows", proof.windows())
                        .put("farthest", proof.farthest().share())
                        .put("tolerance", proof.tolerance()));
        return json.toString();
    }
}
