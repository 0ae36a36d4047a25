package dev.vigia.models.onnx;

import dev.vigia.models.demand.DemandModel;
import java.nio.file.Path;

/** A program that loads a model, says where, and ends. */
final class LoadsAModel {

    private LoadsAModel() {}

    public static void main(String[] arguments) {
        try (var model = DemandModel.open(Path.of(arguments[0]), ScoringSettings.onCpu(1))) {
            System.out.println(model.name() + " scores on " + model.placement());
        }
    }
}
