package dev.vigia.models.manifest;

import dev.vigia.models.TensorSpec;
import java.util.List;
import java.util.Map;

/**
 * What a model promises.
 *
 * @param golden name of the file with windows and the forecasts that its author saw for them
 */
public record ModelManifest(
        Identity identity, Graph graph, DemandTerms terms, Signature signature, Origin origin, String golden) {

    /** What a model is called, and what it is for. */
    public record Identity(String kind, String name, String version) {

        @Override
        public String toString() {
            return name + " " + version;
        }
    }

    /**
     * The file with the graph.
     *
     * @param sha256 of the file, in hexadecimal digits
     * @param precision of the arithmetic inside, {@code fp32} or {@code fp16}; values go in and out as float32
     */
    public record Graph(String file, String sha256, int opset, String precision) {}

    /**
     * What a demand model reads and says.
     *
     * @param context weeks that it sees
     * @param horizon weeks that it forecasts
     * @param regions names of the ids 1, 2 and so on; id 0 means unknown
     * @param minimumWeeks observed weeks that a series must have
     */
    public record DemandTerms(
            int context,
            int horizon,
            List<String> channels,
            List<Double> quantiles,
            List<String> regions,
            int minimumWeeks) {}

    /** The tensors. */
    public record Signature(List<TensorSpec> inputs, List<TensorSpec> outputs) {}

    /**
     * Where it comes from and how good it is.
     *
     * @param parameters how many numbers were learned
     * @param trainedOn data sets with their licences
     * @param accuracy measured on sets that it never saw
     */
    public record Origin(
            String appliesTo,
            long parameters,
            List<Map<String, String>> trainedOn,
            List<Map<String, String>> accuracy) {}
}
