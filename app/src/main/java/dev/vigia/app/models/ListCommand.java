package dev.vigia.app.models;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vigia.app.program.Installation;
import dev.vigia.models.Problems;
import dev.vigia.models.folder.FolderReader;
import dev.vigia.models.folder.InstalledModels;
import dev.vigia.models.manifest.ManifestFile;
import dev.vigia.models.manifest.ModelManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vigia models list}: the models of the installation, and those of a folder. */
@Command(name = "list", description = "List the models of the installation, and of a folder if one is given.")
final class ListCommand implements Callable<Integer> {

    private static final String ROW = "%-8s %-20s %-12s %-9s %12s  %s";

    @Nullable
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of models, <kind>/<version>/ each.")
    private Path given;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var folders = roots().flatMap(root -> new InstalledModels(root).folders().stream())
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .toList();
        var out = spec.commandLine().getOut();
        (json ? Stream.of(json(folders)) : table(folders)).forEach(out::println);
        out.flush();
        return 0;
    }

    private Stream<Path> roots() {
        var installed = Installation.current().models();
        return given == null ? Stream.of(installed) : Stream.of(installed, GivenFolder.existing(given));
    }

    private Stream<String> table(List<Path> folders) {
        if (folders.isEmpty()) {
            return Stream.of("There are no models in "
                    + String.join(" or ", roots().map(Path::toString).toList()));
        }
        var heading = String.format(ROW, "kind", "name", "version", "precision", "parameters", "folder");
        return Stream.concat(Stream.of(heading), folders.stream().map(ListCommand::row));
    }

    private static String row(Path folder) {
        return FolderReader.readManifest(folder, new Problems())
                .map(ManifestFile::manifest)
                .map(manifest -> row(manifest, folder))
                .orElse("unreadable: vigia models check " + folder);
    }

    private static String row(ModelManifest manifest, Path folder) {
        var identity = manifest.identity();
        return String.format(
                Locale.ROOT,
                ROW,
                identity.kind(),
                identity.name(),
                identity.version(),
                manifest.graph().precision(),
                String.format(Locale.ROOT, "%,d", manifest.origin().parameters()),
                folder);
    }

    private static String json(List<Path> folders) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var folder : folders) {
            var model = all.addObject().put("folder", folder.toString());
            FolderReader.readManifest(folder, new Problems())
                    .map(ManifestFile::manifest)
                    .ifPresent(manifest -> model.put("kind", manifest.identity().kind())
                            .put("name", manifest.identity().name())
                            .put("version", manifest.identity().version())
                            .put("sha256", manifest.graph().sha256()));
        }
        return all.toString();
    }
}
