package dev.vigia.models.onnx;

import java.util.Map;
import java.util.Objects;

/**
 * How models are scored.
 *
 * @param threads that share the work of one call on the processor; 0 takes one a core
 * @param gpuMegabytes that a model may take of the GPU's memory; 0 sets no limit
 */
public record ScoringSettings(Device device, int threads, long gpuMegabytes) {

    public static final String DEVICE = "model.device";
    public static final String THREADS = "model.threads";
    public static final String GPU_MEMORY = "model.gpu.memory.mb";

    public static final ScoringSettings USUAL = new ScoringSettings(Device.AUTO, 0, 0);

    /** One thread of one core, as a caller has that brings threads of its own. */
    public static ScoringSettings onCpu(int threads) {
        return new ScoringSettings(Device.CPU, threads, 0);
    }

    /**
     * Reads them from configuration; keys of others are left alone.
     *
     * @throws IllegalArgumentException naming key, value and remedy
     */
    public static ScoringSettings of(Map<String, String> configuration) {
        return new ScoringSettings(
                device(Objects.requireNonNullElse(configuration.get(DEVICE), "auto")),
                (int) number(configuration, THREADS, 1024),
                number(configuration, GPU_MEMORY, 1 << 30));
    }

    private static Device device(String word) {
        try {
            return Device.parse(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(DEVICE + ": " + e.getMessage(), e);
        }
    }

    private static long number(Map<String, String> configuration, String key, long most) {
        var text = Objects.requireNonNullElse(configuration.get(key), "0");
        if (text.matches("\\d{1,18}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        throw new IllegalArgumentException(key + " is \"" + text + "\": give a whole number from 0 to " + most);
    }
}
