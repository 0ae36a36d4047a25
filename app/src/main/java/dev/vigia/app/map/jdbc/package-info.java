/** The live database that {@code vigia map} looks at. */
@NullMarked
package dev.vigia.app.map.jdbc;

import org.jspecify.annotations.NullMarked;
