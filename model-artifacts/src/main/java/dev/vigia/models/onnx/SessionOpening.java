package dev.vigia.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** Chooses the device and opens a session there. */
final class SessionOpening {

    private static final int FIRST_GPU = 0;
    private static final long MEGABYTE = 1_000_000;

    /** Threads that wait by trying again and again take the cores from the streams beside them. */
    private static final String WAIT_BUSILY = "session.intra_op.allow_spinning";

    private final byte[] file;
    private final ScoringSettings settings;

    SessionOpening(byte[] file, ScoringSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    OnnxModel open() throws OrtException {
        return switch (settings.device()) {
            case CPU -> onCpu("model.device says so");
            case CUDA -> onGpu("model.device says so");
            case AUTO -> whereItCan();
        };
    }

    private OnnxModel whereItCan() throws OrtException {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return onCpu("this build of ONNX Runtime has no CUDA; mvn -Pgpu makes one that does");
        }
        try {
            return onGpu("CUDA loads");
        } catch (OrtException e) {
            return onCpu("CUDA does not load, " + OrtWords.of(e));
        }
    }

    private OnnxModel onCpu(String why) throws OrtException {
        try (var options = options()) {
            return open(options, new Placement(Device.CPU, why));
        }
    }

    private OnnxModel onGpu(String why) throws OrtException {
        try (var options = options();
                var gpu = new OrtCUDAProviderOptions(FIRST_GPU)) {
            if (settings.gpuMegabytes() > 0) {
                gpu.add("gpu_mem_limit", String.valueOf(settings.gpuMegabytes() * MEGABYTE));
                gpu.add("arena_extend_strategy", "kSameAsRequested");
            }
            options.addCUDA(gpu);
            return open(options, new Placement(Device.CUDA, why));
        }
    }

    private OnnxModel open(SessionOptions options, Placement placement) throws OrtException {
        return new OnnxModel(environment().createSession(file, options), placement);
    }

    private SessionOptions options() throws OrtException {
        environment();
        var options = new OrtSession.SessionOptions();
        options.setInterOpNumThreads(1);
        options.addConfigEntry(WAIT_BUSILY, "0");
        if (settings.threads() > 0) {
            options.setIntraOpNumThreads(settings.threads());
        }
        return options;
    }

    /** Whatever it would log as an error it also throws. */
    private static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "vigia");
    }
}
