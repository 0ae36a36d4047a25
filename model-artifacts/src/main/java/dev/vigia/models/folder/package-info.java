/** Folders that hold a model each, and the folder that holds those. */
@NullMarked
package dev.vigia.models.folder;

import org.jspecify.annotations.NullMarked;
