/** The models: what a manifest promises, and the ONNX sessions that keep it. Only this package sees ONNX Runtime. */
@NullMarked
package dev.vigia.models;

import org.jspecify.annotations.NullMarked;
