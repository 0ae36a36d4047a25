package dev.vigia.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vigia.connect.expression.Function;
import dev.vigia.connect.expression.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the description of the language against the language. */
class MappingDocsTest {

    private final String docs;

    MappingDocsTest() throws IOException {
        this.docs = Files.readString(Path.of("..", "docs", "mapping.md"));
    }

    /** The rows of the table under a heading. */
    private List<String> table(String heading) {
        var section = docs.substring(docs.indexOf("## " + heading));
        return section.lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    @Test
    void shouldListEveryFunctionAndNoOther() {
        assertThat(table("Functions"))
                .containsExactlyElementsOf(Arrays.stream(Function.values())
                        .map(function -> "| `" + function.signature() + "` | " + function.words() + " |")
                        .toList());
    }

    @Test
    void shouldListEveryReasonAndNoOther() {
        assertThat(table("Why rows are refused"))
                .containsExactlyElementsOf(Arrays.stream(Reason.values())
                        .map(reason -> "| `" + reason.code() + "` | " + reason.words() + " |")
                        .toList());
    }

    @Test
    void shouldShowExamplesThatCanBeRead() {
        // Given
        var blocks = docs.split("```yaml\n", -1);
        // When
        var whole = blocks[1].substring(0, blocks[1].indexOf("```"));
        var head = blocks[2].substring(0, blocks[2].indexOf("```"));
        // Then
        assertThat(Mapping.parse("shop.yaml", whole).tables()).hasSize(1);
        assertThat(Mapping.parse("shop.yaml", head + whole)
                        .declaredTypes(dev.vigia.connect.row.TableId.parse("sales.csv")))
                .hasSize(2);
    }
}
