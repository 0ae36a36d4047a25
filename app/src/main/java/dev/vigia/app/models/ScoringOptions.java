package dev.vigia.app.models;

import dev.vigia.app.program.Failure;
import dev.vigia.models.onnx.ScoringSettings;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where and how a command scores. */
public final class ScoringOptions {

    @Option(names = "--device", paramLabel = "auto|cpu|cuda", description = "Where to score (${DEFAULT-VALUE}).")
    private String device = "auto";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share a call on the processor; 0 takes one a core (${DEFAULT-VALUE}).")
    private String threads = "0";

    @Option(
            names = "--gpu-memory",
            paramLabel = "MB",
            description = "Memory that a model may take of the GPU; 0 sets no limit (${DEFAULT-VALUE}).")
    private String gpuMemory = "0";

    /** The settings that these words mean. */
    public ScoringSettings settings() {
        try {
            return ScoringSettings.of(Map.of(
                    ScoringSettings.DEVICE,
                    device,
                    ScoringSettings.THREADS,
                    threads,
                    ScoringSettings.GPU_MEMORY,
                    gpuMemory));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(String.valueOf(e.getMessage()));
        }
    }
}
