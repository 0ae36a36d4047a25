package dev.vigia.bench.score;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.vigia.models.demand.DemandContract;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** ONNX Runtime without us: as one would write it first, and at its barest, which is the ceiling. */
@State(Scope.Benchmark)
public class PlainBenchmark {

    private static final int CHANNELS = DemandContract.CHANNELS.size();
    private static final long LEVELS = DemandContract.LEVELS.size();

    @Param("")
    public String folder = "";

    @Param("cpu")
    public String device = "";

    @Param("1")
    public int batch;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();
    private final float[][][] values = new float[1][DemandContract.CONTEXT][CHANNELS];
    private final float[][][] observed = new float[1][DemandContract.CONTEXT][CHANNELS];
    private @Nullable OrtSession session;

    /** Loads the model with the settings that it has when nobody sets any, and lays out tensors. */
    @Setup
    public void begin() throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            if (device.equals("cuda")) {
                options.addCUDA();
            }
            session = environment.createSession(Path.of(folder, "model.onnx").toString(), options);
        }
        var demand = new MadeUpDemand(batch);
        nest(demand);
        inputs.put("values", flat(demand.values));
        inputs.put("observed", flat(demand.observed));
        inputs.put("region", OnnxTensor.createTensor(environment, LongBuffer.allocate(batch), new long[] {batch}));
        outputs.put("mean", room(batch, DemandContract.HORIZON, CHANNELS));
        outputs.put("quantiles", room(batch, DemandContract.HORIZON, CHANNELS, LEVELS));
    }

    /** Lets it all go. */
    @TearDown
    public void end() throws OrtException {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
        requireNonNull(session).close();
    }

    /** One window a call, in arrays of arrays, and its forecast read out of arrays of arrays. */
    @Benchmark
    public Object naive() throws OrtException {
        try (var window = OnnxTensor.createTensor(environment, values);
                var seen = OnnxTensor.createTensor(environment, observed);
                var region = OnnxTensor.createTensor(environment, new long[] {0});
                var result =
                        requireNonNull(session).run(Map.of("values", window, "observed", seen, "region", region))) {
            return new Object[] {
                result.get("mean").orElseThrow().getValue(),
                result.get("quantiles").orElseThrow().getValue()
            };
        }
    }

    /** A batch that nobody filled, checks or reads. */
    @Benchmark
    public void bare() throws OrtException {
        requireNonNull(session).run(inputs, outputs).close();
    }

    private void nest(MadeUpDemand demand) {
        for (int week = 0; week < DemandContract.CONTEXT; week++) {
            System.arraycopy(demand.values[0], week * CHANNELS, values[0][week], 0, CHANNELS);
            System.arraycopy(demand.observed[0], week * CHANNELS, observed[0][week], 0, CHANNELS);
        }
    }

    private OnnxTensor flat(float[][] windows) throws OrtException {
        var memory = floats(windows.length * (long) windows[0].length);
        for (var window : windows) {
            memory.put(window);
        }
        long[] shape = {windows.length, DemandContract.CONTEXT, CHANNELS};
        return OnnxTensor.createTensor(environment, memory.rewind(), shape);
    }

    private OnnxTensor room(long... shape) throws OrtException {
        long count = 1;
        for (long length : shape) {
            count *= length;
        }
        return OnnxTensor.createTensor(environment, floats(count), shape);
    }

    private static FloatBuffer floats(long count) {
        return ByteBuffer.allocateDirect(Math.toIntExact(count * Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
