package dev.vigia.schemas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Fails the build when what was released can no longer be read. {@link ReleaseSchemas} releases. */
class ReleasedSchemasTest {

    private static final String REMEDY = " no longer keeps what its released schema promised. Add optional fields"
            + " instead of changing or removing them, or make a topic of the next version";

    @Test
    void shouldReadWhatWasReleasedWhenASchemaChanges() throws IOException {
        // Given
        var current = ReleasedSchemas.current();
        // When
        var released = ReleasedSchemas.released();
        // Then
        released.forEach((name, schema) -> {
            assertThat(current)
                    .as(name + " was released and is gone from the catalogue")
                    .containsKey(name);
            assertThat(Compatibility.breaks(requireNonNull(current.get(name)), schema))
                    .as(name + REMEDY)
                    .isEmpty();
        });
    }

    @Test
    void shouldHaveBeenReleasedWhenARecordIsInTheCatalogue() throws IOException {
        assertThat(ReleasedSchemas.released().keySet())
                .as("release new records with ReleaseSchemas before others rely on them")
                .containsAll(ReleasedSchemas.current().keySet());
    }
}
