package dev.vigia.models.demand;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.vigia.models.TensorSpec;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tensors of a batch by name, which lie over its memory and own none.
 *
 * @param size windows in each
 */
record BatchTensors(int size, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> outputs)
        implements AutoCloseable {

    static BatchTensors over(Windows windows, Forecasts forecasts) throws OrtException {
        int size = windows.size();
        var environment = OrtEnvironment.getEnvironment();
        var values = OnnxTensor.createTensor(environment, windows.values(), shape(DemandContract.VALUES, size));
        var observed = OnnxTensor.createTensor(environment, windows.observed(), shape(DemandContract.OBSERVED, size));
        var regions = OnnxTensor.createTensor(environment, windows.regions(), shape(DemandContract.REGION, size));
        var mean = OnnxTensor.createTensor(environment, forecasts.means(size), shape(DemandContract.MEAN, size));
        var quantiles =
                OnnxTensor.createTensor(environment, forecasts.quantiles(size), shape(DemandContract.QUANTILES, size));
        return new BatchTensors(
                size,
                Map.of(
                        DemandContract.VALUES.name(),
                        values,
                        DemandContract.OBSERVED.name(),
                        observed,
                        DemandContract.REGION.name(),
                        regions),
                Map.of(DemandContract.MEAN.name(), mean, DemandContract.QUANTILES.name(), quantiles));
    }

    private static long[] shape(TensorSpec tensor, int size) {
        return tensor.shape().stream()
                .mapToLong(length -> length == TensorSpec.BATCH ? size : length)
                .toArray();
    }

    @Override
    public void close() {
        Stream.concat(inputs.values().stream(), outputs.values().stream()).forEach(OnnxTensor::close);
    }
}
