package dev.vigia.models.onnx;

/**
 * Where a model runs.
 *
 * @param device never {@link Device#AUTO}
 * @param why that one, for people
 */
public record Placement(Device device, String why) {

    @Override
    public String toString() {
        return device + ": " + why;
    }
}
