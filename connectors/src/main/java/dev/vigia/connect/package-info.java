/** The ways in and out: foreign shapes stop here. */
@NullMarked
package dev.vigia.connect;

import org.jspecify.annotations.NullMarked;
