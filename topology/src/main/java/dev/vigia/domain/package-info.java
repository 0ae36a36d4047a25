/** The rules of demand, stock and maintenance as pure records and functions. Knows java.* and nothing else. */
@NullMarked
package dev.vigia.domain;

import org.jspecify.annotations.NullMarked;
