package dev.vigia.models.demand;

import dev.vigia.models.Problems;
import dev.vigia.models.TensorSpec;
import dev.vigia.models.manifest.ManifestFile;
import java.util.List;
import java.util.Optional;

/** Compares tensors three ways: what the contract asks, what the manifest says, what the file has. */
final class TensorCheck {

    private final ManifestFile file;
    private final Problems problems;

    TensorCheck(ManifestFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** @param list its name in the manifest, {@code inputs} or {@code outputs} */
    void check(String list, List<TensorSpec> said, List<TensorSpec> contract, List<TensorSpec> has) {
        for (var asked : contract) {
            var line = list + "." + asked.name();
            find(asked.name(), said)
                    .ifPresentOrElse(word -> compareWord(line, word, asked), () -> missing(list, asked));
            find(asked.name(), has)
                    .ifPresentOrElse(tensor -> compareFile(tensor, asked), () -> absent(list, asked, has));
        }
        refuseMore(list, contract, said, has);
    }

    private void compareWord(String line, TensorSpec said, TensorSpec asked) {
        if (!said.type().isEmpty() && !said.type().equals(asked.type())) {
            problems.add(
                    ManifestFile.NAME,
                    file.line(line + ".type"),
                    "the type of " + asked.name() + " is " + said.type() + ", and Vigia gives and takes "
                            + asked.type(),
                    "Make a model that keeps this, or mend the line if it does");
        }
        if (!said.shape().isEmpty() && !said.shape().equals(asked.shape())) {
            problems.add(
                    ManifestFile.NAME,
                    file.line(line + ".shape"),
                    "the shape of " + asked.name() + " is " + said.shapeText() + ", and Vigia gives and takes "
                            + asked.shapeText(),
                    "Make a model that keeps this, or mend the line if it does");
        }
    }

    private void compareFile(TensorSpec has, TensorSpec asked) {
        var graph = file.manifest().graph().file();
        if (!has.type().equals(asked.type())) {
            problems.add(
                    graph,
                    "its tensor " + asked.name() + " is of type " + has.type() + ", and the contract says "
                            + asked.type(),
                    "Export the model with " + asked.name() + " as " + asked.type());
        }
        if (!has.shape().equals(asked.shape())) {
            problems.add(
                    graph,
                    "its tensor " + asked.name() + " has the shape " + has.shapeText() + ", and the contract says "
                            + asked.shapeText(),
                    "Export the model with this shape: N, the batch, is open, everything else is fixed");
        }
    }

    private void missing(String list, TensorSpec asked) {
        if (file.says(list)) {
            problems.add(
                    ManifestFile.NAME,
                    file.line(list),
                    list + " does not have " + asked.name() + ", which the contract asks for",
                    "Add {name: " + asked.name() + ", type: " + asked.type() + ", shape: " + asked.shapeText() + "}");
        }
    }

    private void absent(String list, TensorSpec asked, List<TensorSpec> has) {
        var names = has.stream().map(TensorSpec::name).toList();
        problems.add(
                file.manifest().graph().file(),
                "it has no tensor " + asked.name() + " among its " + list + ", which are " + ContractCheck.names(names),
                "Export the model with " + asked.name() + " " + asked.shapeText() + " as " + asked.type());
    }

    private void refuseMore(String list, List<TensorSpec> contract, List<TensorSpec> said, List<TensorSpec> has) {
        said.stream().filter(tensor -> find(tensor.name(), contract).isEmpty()).forEach(tensor -> more(list, tensor));
        if (!list.equals("inputs")) {
            return;
        }
        has.stream()
                .filter(tensor -> find(tensor.name(), contract).isEmpty())
                .forEach(tensor -> problems.add(
                        file.manifest().graph().file(),
                        "it wants a tensor " + tensor.name() + ", which nobody gives it",
                        "Export the model without this input, or with a weight of that name"));
    }

    private void more(String list, TensorSpec tensor) {
        problems.add(
                ManifestFile.NAME,
                file.line(list + "." + tensor.name() + ".name"),
                list + " has " + tensor.name() + ", which the contract does not know",
                "Leave it out");
    }

    private static Optional<TensorSpec> find(String name, List<TensorSpec> tensors) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }
}
