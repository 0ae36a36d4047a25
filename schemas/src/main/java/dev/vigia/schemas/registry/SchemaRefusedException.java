package dev.vigia.schemas.registry;

/** The registry answered, and its answer is about one schema: unknown, incompatible or of no use to us. */
public class SchemaRefusedException extends RegistryException {

    private static final long serialVersionUID = 1;

    SchemaRefusedException(int status, String message) {
        super(status, message);
    }
}
