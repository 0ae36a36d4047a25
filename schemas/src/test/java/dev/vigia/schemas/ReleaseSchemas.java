package dev.vigia.schemas;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Makes the current schemas the released ones: {@code mvn -pl schemas test -Dtest=ReleaseSchemas}. Not part of the
 * build, since its name is not one of a test; commit what it changes.
 */
class ReleaseSchemas {

    @Test
    void release() throws IOException {
        new ReleasedSchemasTest().shouldReadWhatWasReleasedWhenASchemaChanges();
        ReleasedSchemas.release();
    }
}
