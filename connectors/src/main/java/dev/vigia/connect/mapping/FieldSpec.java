package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;

/** A field of a record as a mapping file says it. */
record FieldSpec(FieldType type, Expression expression, int line) {}
