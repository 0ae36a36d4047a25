/** ONNX: what a file says of itself, and the session that runs it on a processor or a GPU. */
@NullMarked
package dev.vigia.models.onnx;

import org.jspecify.annotations.NullMarked;
