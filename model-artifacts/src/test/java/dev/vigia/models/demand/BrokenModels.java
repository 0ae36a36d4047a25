package dev.vigia.models.demand;

import java.util.Arrays;
import java.util.List;

/** Ten ways in which a model can be wrong, each wrong in nothing else. */
public final class BrokenModels {

    private static final byte[] NAME = {'t', 'i', 'n', 'y'};

    private BrokenModels() {}

    /** A model by the name of what is wrong with it. */
    public static TinyModel of(String wrong) {
        var model = new TinyModel();
        return switch (wrong) {
            case "shape" -> model.input("values", "float32", -1L, 52L, 2L);
            case "type" -> model.input("values", "float64", -1L, 104L, 2L);
            case "nan-weights" -> model.factors(0.6f, 0.7f, 0.8f, 0.9f, Float.NaN, 1.1f, 1.2f, 1.3f, 1.4f);
            case "hash" -> model.fileAfterHash(BrokenModels::withAnotherName);
            case "missing-tensor" -> model.withoutOutput("quantiles");
            case "truncated" -> model.file(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
            case "opset" -> model.opset(17);
            case "horizon" -> model.horizon(13).manifest(text -> text.replace("horizon: 26", "horizon: 13"));
            case "categories" -> model.manifest(text -> text.replace("[SP, RJ]", "[SP, RJ, BA]"));
            case "manifest" -> model.manifest(text -> text.replace("kind: demand", "kind: [demand"));
            default -> throw new IllegalArgumentException(wrong);
        };
    }

    /** Their names. */
    public static List<String> names() {
        return List.of(
                "shape",
                "type",
                "nan-weights",
                "hash",
                "missing-tensor",
                "truncated",
                "opset",
                "horizon",
                "categories",
                "manifest");
    }

    /** The same graph under a name of the same length: only the hash can tell. */
    private static byte[] withAnotherName(byte[] file) {
        var other = file.clone();
        for (int i = 0; i < other.length - NAME.length; i++) {
            if (Arrays.equals(other, i, i + NAME.length, NAME, 0, NAME.length)) {
                other[i] = 'T';
                return other;
            }
        }
        throw new IllegalStateException("the graph has no name");
    }
}
