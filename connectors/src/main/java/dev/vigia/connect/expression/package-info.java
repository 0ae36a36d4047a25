/** Expressions over columns: read from text, checked against types, computed in Java and written as SQL of PostgreSQL. */
@NullMarked
package dev.vigia.connect.expression;

import org.jspecify.annotations.NullMarked;
