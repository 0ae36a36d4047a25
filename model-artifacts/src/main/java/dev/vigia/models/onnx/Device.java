package dev.vigia.models.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where models are scored. */
public enum Device {

    /** On the GPU where CUDA loads, else on the processor. */
    AUTO,
    CPU,
    CUDA;

    /** The device of a word such as {@code auto}. */
    public static Device parse(String word) {
        return Arrays.stream(values())
                .filter(device -> device.toString().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is not one of " + words()));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Device::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
