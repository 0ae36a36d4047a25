package dev.vigia.app.models;

import dev.vigia.models.Problems;
import dev.vigia.models.folder.FolderReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigia models show}: what a model promises, in words and figures. */
@Command(name = "show", description = "Tell what a model reads and forecasts, what it learned from and how good it is.")
final class ShowCommand implements Callable<Integer> {

    @Nullable
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The model's folder, or <kind>/<version> of the installation (its newest demand model).")
    private Path given;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folder = GivenFolder.of(given);
        var problems = new Problems();
        var manifest = FolderReader.readManifest(folder, problems);
        var out = spec.commandLine().getOut();
        manifest.ifPresent(
                file -> new ModelPage(file.manifest(), folder).lines().forEach(out::println));
        problems.list().forEach(out::println);
        out.flush();
        return problems.isEmpty() ? ExitCode.OK : 1;
    }
}
