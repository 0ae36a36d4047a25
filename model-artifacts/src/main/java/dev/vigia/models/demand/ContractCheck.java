package dev.vigia.models.demand;

import dev.vigia.models.Problems;
import dev.vigia.models.folder.ModelFolder;
import dev.vigia.models.manifest.ManifestFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds a model's promises against the contract of demand models, and its file against its promises. */
final class ContractCheck {

    private static final Set<String> PRECISIONS = Set.of("fp32", "fp16");

    private final ManifestFile file;
    private final Problems problems;

    private ContractCheck(ManifestFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(ModelFolder folder, Problems problems) {
        var check = new ContractCheck(folder.file(), problems);
        check.checkWords();
        check.checkRegions();
        check.checkOpset(folder.onnx().opset());
        var tensors = new TensorCheck(folder.file(), problems);
        var said = folder.manifest().signature();
        tensors.check(
                "inputs", said.inputs(), DemandContract.INPUTS, folder.onnx().inputs());
        tensors.check(
                "outputs", said.outputs(), DemandContract.OUTPUTS, folder.onnx().outputs());
    }

    private void checkWords() {
        var manifest = file.manifest();
        var terms = manifest.terms();
        require("kind", manifest.identity().kind(), Set.of(DemandContract.KIND));
        require("precision", manifest.graph().precision(), PRECISIONS);
        requireSame("context", terms.context(), DemandContract.CONTEXT, "weeks are what every model is given");
        requireSame("horizon", terms.horizon(), DemandContract.HORIZON, "weeks ahead are what a forecast must cover");
        requireSame("channels", terms.channels(), DemandContract.CHANNELS, "is what every series has");
        requireSame("quantiles", terms.quantiles(), DemandContract.LEVELS, "is what every forecast tells");
        if (file.says("minimumWeeks") && (terms.minimumWeeks() < 1 || terms.minimumWeeks() > DemandContract.CONTEXT)) {
            add(
                    "minimumWeeks",
                    "minimumWeeks is " + terms.minimumWeeks() + ", and a window has 1 to " + DemandContract.CONTEXT,
                    "Write how many observed weeks the model needs; 8 is usual");
        }
    }

    private void require(String name, String said, Set<String> allowed) {
        if (!said.isEmpty() && !allowed.contains(said)) {
            var words = String.join(" or ", allowed.stream().sorted().toList());
            add(name, name + " is \"" + said + "\", and Vigia knows " + words, "Write one of those");
        }
    }

    private void requireSame(String name, Object said, Object contract, String why) {
        if (file.says(name) && !said.equals(contract)) {
            add(
                    name,
                    name + " is " + said + ", and " + contract + " " + why,
                    "Make a model that keeps this, or mend the line if it does");
        }
    }

    private void checkRegions() {
        var seen = new HashSet<String>();
        for (var region : file.manifest().terms().regions()) {
            if (!seen.add(region)) {
                add(
                        "regions",
                        "regions names \"" + region + "\" twice, so its id could be either",
                        "Name each region once, in the order of the ids that the model was trained with");
            }
        }
    }

    private void checkOpset(int opset) {
        int said = file.manifest().graph().opset();
        if (file.says("opset") && said != opset) {
            add(
                    "opset",
                    "opset is " + said + ", and " + file.manifest().graph().file() + " was made for opset " + opset,
                    "Write opset: " + opset + ", or export the model for opset " + said);
        }
    }

    private void add(String name, String what, String remedy) {
        problems.add(ManifestFile.NAME, file.line(name), what, remedy);
    }

    /** Names for people. */
    static String names(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
