package dev.vigia.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vigia.app.topics.CataloguePage;
import dev.vigia.schemas.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TopicsCommandTest {

    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "topics.md");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintALineForEveryTopicWhenNothingElseIsAsked() {
        // When
        int exit = run("--prefix", "acme.", "--partitions", "4");
        // Then
        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(Topics.all().size() + 1);
        assertThat(out.toString())
                .containsPattern(
                        "acme\\.sales\\.line\\.v1 +order\\|line +SalesLine, Deleted, ProgressMarker +4 +newest per key +capture > capture, demand, sink");
    }

    @Test
    void shouldPrintJsonThatAProgramReadsWhenAskedTo() throws JsonProcessingException {
        // When
        int exit = run("--json");
        // Then
        var topics = new ObjectMapper().readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(topics).hasSameSizeAs(Topics.all());
        assertThat(topics.get(0).at("/config/cleanup.policy").textValue()).isEqualTo("compact");
        assertThat(topics.get(0).at("/partitions").intValue()).isEqualTo(12);
    }

    @Test
    void shouldPrintCommandsForEveryRoleWhenRightsAreAsked() {
        // When
        int exit = run("--acl", "--prefix", "acme.");
        // Then
        assertThat(exit).isZero();
        assertThat(out.toString().lines())
                .allMatch(line -> line.startsWith("# acme.vigia-") || line.startsWith("kafka-acls --bootstrap-server "))
                .anyMatch(line ->
                        line.contains("--transactional-id 'acme.vigia-demand' --resource-pattern-type prefixed"));
    }

    @Test
    void shouldWriteThePageWhenAskedTo(@TempDir Path folder) throws IOException {
        // Given
        var page = folder.resolve("topics.md");
        // When
        int exit = run("--markdown", page.toString());
        // Then
        assertThat(exit).isZero();
        assertThat(page).content().isEqualTo(CataloguePage.text());
    }

    @Test
    void shouldBeCurrentWhenThePageIsInTheDocumentation() {
        assertThat(PAGE)
                .as("write it again with: ./vigia topics --markdown docs/topics.md")
                .content()
                .isEqualTo(CataloguePage.text());
    }

    @Test
    void shouldExitWithThreeWhenTheClusterIsUnreachable(@TempDir Path folder) throws IOException {
        // Given
        var config = Files.writeString(
                folder.resolve("admin.properties"), "default.api.timeout.ms=500\nrequest.timeout.ms=500\n");
        // When
        int exit = run("--create", "--bootstrap-server", "localhost:1", "--command-config", config.toString());
        // Then
        assertThat(exit).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("localhost:1: the Kafka cluster did not answer");
    }

    @Test
    void shouldExitWithThreeWhenTheRegistryIsUnreachable(@TempDir Path folder) throws IOException {
        // Given
        var config = Files.writeString(folder.resolve("registry.properties"), "max.retries=0\n");
        // When
        int exit = run("--register", "--schema-registry", "http://localhost:1", "--registry-config", config.toString());
        // Then
        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("no schema registry answered", "http://localhost:1");
    }

    @Test
    void shouldExitWithThreeWhenNoClusterIsNamedAndNoLocalStackRuns(@TempDir Path nothing) {
        // When
        int exit = run("--create", "--data", nothing.toString());
        // Then
        assertThat(exit).isEqualTo(3);
        assertThat(err.toString()).contains("No local stack runs on " + nothing);
    }

    @Test
    void shouldExitWithTwoWhenItIsUsedWrongly() {
        assertThat(run("--create", "--bootstrap-server", "no port")).isEqualTo(2);
        assertThat(run("--partitions", "0")).isEqualTo(2);
        assertThat(run("--prefix", "a b")).isEqualTo(2);
        assertThat(run("--create", "--acl")).isEqualTo(2);
        assertThat(err.toString())
                .contains("at least 1 partition")
                .contains("topics.prefix \"a b\"")
                .contains("mutually exclusive");
    }

    private int run(String... arguments) {
        var command = new CommandLine(new TopicsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(Vigia::explain);
        return command.execute(arguments);
    }
}
