/** Manifests: what a model promises, read with the line of every word. */
@NullMarked
package dev.vigia.models.manifest;

import org.jspecify.annotations.NullMarked;
