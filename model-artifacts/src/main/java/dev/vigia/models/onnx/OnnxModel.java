package dev.vigia.models.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;

/**
 * A graph, loaded onto a device.
 *
 * <p>Any number of threads may run it at once; each brings tensors of its own.
 */
public final class OnnxModel implements AutoCloseable {

    private final OrtSession session;
    private final Placement placement;

    OnnxModel(OrtSession session, Placement placement) {
        this.session = session;
        this.placement = placement;
    }

    /**
     * Loads a graph.
     *
     * @param file all of the ONNX file
     * @throws OrtException where it cannot be loaded, or not on the device that was asked for
     */
    public static OnnxModel load(byte[] file, ScoringSettings settings) throws OrtException {
        return new SessionOpening(file, settings).open();
    }

    /** Runs it once, from tensors into tensors. */
    public void run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs) throws OrtException {
        session.run(inputs, outputs).close();
    }

    /** Where it runs and why there. */
    public Placement placement() {
        return placement;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
