package dev.vigia.models.demand;

import ai.onnxruntime.OrtException;
import dev.vigia.models.ModelRefusedException;
import dev.vigia.models.Problem;
import dev.vigia.models.Problems;
import dev.vigia.models.folder.FolderReader;
import dev.vigia.models.folder.ModelFolder;
import dev.vigia.models.manifest.ModelManifest;
import dev.vigia.models.onnx.Device;
import dev.vigia.models.onnx.OnnxModel;
import dev.vigia.models.onnx.OrtWords;
import dev.vigia.models.onnx.Placement;
import dev.vigia.models.onnx.ScoringSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A demand model, loaded.
 *
 * <p>Any number of threads may score at once, each with its own batch. A call allocates a little, a window nothing.
 */
public final class DemandModel implements DemandScorer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DemandModel.class);

    private final ModelManifest manifest;
    private final OnnxModel onnx;
    private final WindowCheck windows;

    /** Held for reading by who scores: memory that the graph uses must not go under it. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private DemandModel(ModelManifest manifest, OnnxModel onnx) {
        this.manifest = manifest;
        this.onnx = onnx;
        var terms = manifest.terms();
        this.windows = new WindowCheck(terms.regions().size(), terms.minimumWeeks());
    }

    /**
     * Loads the model of a folder and tries it.
     *
     * @throws ModelRefusedException with everything that is wrong with it
     */
    public static DemandModel open(Path folder, ScoringSettings settings) {
        var problems = new Problems();
        var read = FolderReader.read(folder, problems);
        read.ifPresent(model -> ContractCheck.check(model, problems));
        if (read.isEmpty() || !problems.isEmpty()) {
            throw new ModelRefusedException(folder, problems.list());
        }
        var model = load(read.get(), settings);
        LOG.info("{} scores on {}", model.name(), model.placement());
        new Trial(model, read.get().file()).run(problems);
        if (!problems.isEmpty()) {
            model.close();
            throw new ModelRefusedException(folder, problems.list());
        }
        return model;
    }

    private static DemandModel load(ModelFolder folder, ScoringSettings settings) {
        try {
            return new DemandModel(folder.manifest(), OnnxModel.load(folder.graph(), settings));
        } catch (OrtException e) {
            throw new ModelRefusedException(folder.path(), List.of(cannotLoad(folder, settings, e)));
        }
    }

    private static Problem cannotLoad(ModelFolder folder, ScoringSettings settings, OrtException e) {
        var device = ScoringSettings.DEVICE + " " + settings.device();
        var remedy = settings.device() == Device.CUDA
                ? "Build with mvn -Pgpu, install the libraries of CUDA that docs/models.md lists, or choose auto"
                : "Export it for operators that ONNX Runtime knows";
        var what = "ONNX Runtime cannot load it on " + device + ": " + OrtWords.of(e);
        return new Problem(folder.manifest().graph().file(), 0, what, remedy);
    }

    @Override
    public String name() {
        return manifest.identity().toString();
    }

    public ModelManifest manifest() {
        return manifest;
    }

    /** Where it scores and why there. */
    public Placement placement() {
        return onnx.placement();
    }

    @Override
    public void score(DemandBatch batch) {
        if (batch.size() == 0) {
            return;
        }
        windows.check(batch, name());
        use.readLock().lock();
        try {
            run(batch);
        } finally {
            use.readLock().unlock();
        }
        batch.release(name());
    }

    private void run(DemandBatch batch) {
        if (closed) {
            throw new IllegalStateException(name() + " was closed");
        }
        try {
            var tensors = batch.tensors();
            onnx.run(tensors.inputs(), tensors.outputs());
        } catch (OrtException e) {
            throw new ScoringException(name() + " broke off at a batch of " + batch.size() + ": " + OrtWords.of(e), e);
        }
    }

    /** Waits for those who are scoring. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                onnx.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(name() + " cannot be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }
}
