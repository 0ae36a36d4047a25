package dev.vigia.models.onnx;

/** Bytes that are no ONNX model, or only the beginning of one. */
public final class NotOnnxException extends Exception {

    private static final long serialVersionUID = 1L;

    NotOnnxException(String message) {
        super(message);
    }
}
