package dev.vigia.schema;

import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.jspecify.annotations.NullMarked;

/**
 * What all generated records extend. Avro makes instances only of classes it was told to trust, even for the default of
 * an enumeration; the first use of any record tells it to trust this package, besides whatever it trusts already.
 */
@NullMarked
public abstract class ContractRecord extends SpecificRecordBase {

    private static final long serialVersionUID = 1;

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ContractRecord::isOurs));
    }

    /** For those who read records before they use any: makes sure that the records are trusted. */
    public static void ensureTrusted() {
        // Nothing to do: calling it has initialised this class.
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackage() == ContractRecord.class.getPackage();
    }
}
