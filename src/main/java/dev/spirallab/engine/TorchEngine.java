package dev.spirallab.engine;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.dataset.Targets;
import dev.spirallab.program.Division;
import dev.spirallab.program.Images;
import dev.spirallab.program.Program;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.training.OptimizerSpec.Lbfgs;
import dev.spirallab.validation.Budget;
import dev.spirallab.validation.Head;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Objects;
import java.util.Optional;

/** Trains with PyTorch, by way of DJL. */
final class TorchEngine implements Engine {
    /** Changes of parameters that a search holds in Java: 8 MiB with those of gradients. */
    private static final long MOST_REMEMBERED = 1 << 20;

    private final TorchDevice device;
    private final DataShelf shelf;

    TorchEngine(TorchDevice device) {
        this.device = device;
        this.shelf = new DataShelf(device.device());
    }

    @Override
    public DeviceInfo device() {
        return device.info();
    }

    @Override
    public Ensemble openTogether(Together.Group group, Dataset dataset) {
        if (group.variants().size() == 1) {
            return Engine.super.openTogether(group, dataset);
        }
        requireFit(group.variants().getFirst(), dataset);
        return new TorchEnsemble(group, dataset, device.device(), shelf);
    }

    @Override
    public Training open(Valid valid, Dataset dataset) {
        requireFit(valid, dataset);
        return new TorchTraining(
                valid,
                dataset,
                program(valid, dataset),
                device.device(),
                shelf,
                rowsPerCall(valid));
    }

    @Override
    public Program program(Valid valid, Dataset dataset) {
        return ProgramGenerator.generate(valid, images(valid, dataset), division(valid, dataset));
    }

    /** A search goes on in Java between its looks, where what it keeps is not too much for that. */
    private Division division(Valid valid, Dataset dataset) {
        if (device.device().isGpu()) {
            return Division.WHOLE;
        }
        Budget budget = valid.budget();
        boolean divided =
                valid.experiment().training().optimizer() instanceof Lbfgs lbfgs
                        ? budget.longStep()
                                && budget.parameters() * lbfgs.historySize() <= MOST_REMEMBERED
                        : budget.longPortions() || dataset.train().rows() > rowsPerCall(valid);
        if (!divided) {
            return Division.WHOLE;
        }
        return budget.longPortions() ? Division.STAGES : Division.PORTIONS;
    }

    /** A GPU is quick enough for any step that is let in, and slower in portions. */
    private int rowsPerCall(Valid valid) {
        return device.device().isGpu() ? Integer.MAX_VALUE : valid.budget().rowsPerStepCall();
    }

    /** How the images of a data set become the model's inputs, if it has any. */
    static Optional<Images> images(Valid valid, Dataset dataset) {
        return dataset.train().examples() instanceof Pixels pixels
                        && valid.experiment().dataset() instanceof ImageDataset spec
                ? Optional.of(
                        new Images(
                                pixels.frame(), pixels.mean(), pixels.std(), spec.augmentation()))
                : Optional.empty();
    }

    private static void requireFit(Valid valid, Dataset dataset) {
        requireFit(valid, dataset.train());
        requireFit(valid, dataset.test());
    }

    /** On a GPU a bad label would poison the device for all. */
    private static void requireFit(Valid valid, Part part) {
        require(
                part.rows() == 0 || part.examples().columns() == inputSize(valid),
                "inputs of another size");
        switch (part.targets()) {
            case Targets.Labels labels ->
                    require(labels.classes() == classes(valid), "another number of classes");
            case Targets.Values values ->
                    require(
                            part.rows() == 0
                                    || values.values().columns()
                                            == width(valid, valid.output().id()),
                            "targets of another width");
        }
    }

    private static int classes(Valid valid) {
        return valid.head() == Head.SIGMOID ? 2 : width(valid, valid.output().id());
    }

    private static int inputSize(Valid valid) {
        return valid.experiment().dataset().inputSize();
    }

    private static int width(Valid valid, String node) {
        return Objects.requireNonNull(valid.shapes().get(node)).width();
    }

    private static void require(boolean fit, String otherwise) {
        if (!fit) {
            throw new IllegalArgumentException("data with " + otherwise + " than the experiment's");
        }
    }
}
