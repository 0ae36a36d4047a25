/**
 * The models: what a manifest promises, and the ONNX sessions that keep it. Only these packages see ONNX Runtime.
 *
 * <p>This one holds the words that all of them share; {@code manifest} reads what a model promises, {@code onnx} reads
 * and runs its graph, {@code demand} scores windows of weeks, {@code baseline} does so without a model, {@code check}
 * tells an author what is wrong.
 */
@NullMarked
package dev.vigia.models;

import org.jspecify.annotations.NullMarked;
