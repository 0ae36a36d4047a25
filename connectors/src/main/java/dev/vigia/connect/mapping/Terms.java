package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expressions of a rule's fields by their names, before they are made to fit. */
record Terms(Map<String, Term> byField) {

    /** The expression of a field; null where the mapping does not say it. */
    @Nullable
    Term of(String field) {
        return byField.get(field);
    }
}
