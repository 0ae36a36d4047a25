/** What a real cluster lacks of the catalogue, what it has differently, and what each role may do there. */
@NullMarked
package dev.vigia.schemas.admin;

import org.jspecify.annotations.NullMarked;
