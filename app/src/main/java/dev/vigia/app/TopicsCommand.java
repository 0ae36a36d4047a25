package dev.vigia.app;

import dev.vigia.app.program.Failure;
import dev.vigia.app.topics.CatalogueJson;
import dev.vigia.app.topics.CataloguePage;
import dev.vigia.app.topics.CatalogueTable;
import dev.vigia.app.topics.ClusterOptions;
import dev.vigia.app.topics.GrantList;
import dev.vigia.app.topics.LayoutOptions;
import dev.vigia.app.topics.RegistryOptions;
import dev.vigia.app.topics.SchemaIds;
import dev.vigia.app.topics.TopicCreation;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigia topics}: the catalogue for people and programs, and its topics on a cluster. */
@Command(
        name = "topics",
        description =
                "Print the catalogue of topics, create them, register their schemas, or print who needs which rights.")
final class TopicsCommand implements Callable<Integer> {

    /** What to do; when nothing is said, the catalogue is printed. */
    private static final class Task {

        @Option(names = "--create", description = "Create what is missing on a cluster and report every difference.")
        private boolean create;

        @Option(names = "--register", description = "Register every schema, for clients that may only look them up.")
        private boolean register;

        @Option(names = "--acl", description = "Print the rights each role needs, as commands for kafka-acls.")
        private boolean acl;

        @Nullable
        @Option(
                names = "--markdown",
                paramLabel = "FILE",
                arity = "0..1",
                fallbackValue = "docs/topics.md",
                description = "Write the catalogue as a page for people (docs/topics.md).")
        private Path markdown;
    }

    @ArgGroup
    private Task task = new Task();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Mixin
    private LayoutOptions layout = new LayoutOptions();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (task.create) {
            return create();
        }
        if (task.markdown != null) {
            write(task.markdown);
        } else {
            print(lines());
        }
        return 0;
    }

    private Stream<String> lines() {
        if (task.register) {
            return schemas();
        }
        return task.acl ? grants() : catalogue();
    }

    private Stream<String> schemas() {
        var config = registry.config(() -> cluster.localStack().registry());
        var ids = SchemaIds.register(config, layout.topics());
        return json ? Stream.of(CatalogueJson.schemas(ids)) : SchemaIds.lines(ids);
    }

    private int create() {
        var wanted = layout.layout(cluster.usualPartitions()).of(layout.topics());
        var creation = TopicCreation.on(cluster.admin(), wanted);
        print(json ? Stream.of(CatalogueJson.creation(creation)) : creation.lines());
        return creation.after().isNothingToDo() ? 0 : 1;
    }

    private Stream<String> grants() {
        layout.topics();
        return json ? Stream.of(CatalogueJson.grants(layout.prefix())) : GrantList.lines(layout.prefix());
    }

    private Stream<String> catalogue() {
        var topics = layout.topics();
        int partitions = layout.layout(Topics.SHARED_PARTITIONS).sharedPartitions();
        return json
                ? Stream.of(CatalogueJson.topics(topics, partitions))
                : new CatalogueTable(topics, partitions).lines();
    }

    private static void write(Path page) {
        try {
            Files.writeString(page, CataloguePage.text());
        } catch (IOException e) {
            throw Failure.usage("--markdown cannot write " + page.toAbsolutePath() + ": " + e);
        }
    }

    private void print(Stream<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
