/** The catalogue of topics as people and programs read it: as a table, as Markdown, as JSON, as grants. */
@NullMarked
package dev.vigia.app.topics;

import org.jspecify.annotations.NullMarked;
