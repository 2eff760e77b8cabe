package dev.spirallab.engine;

import ai.djl.Device;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.frame.LayerReport;
import dev.spirallab.program.Division;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Resources;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Experiments and trainings for tests. */
public final class Lab {
    public static final Engine ENGINE = Engines.on("cpu");

    /** 40 points in two clouds. */
    public static final String CLOUDS =
            "{'kind': 'gauss', 'classes': 2, 'samples': 40, 'testFraction': 0}";

    /** 30 points in three clouds. */
    public static final String THREE =
            "{'kind': 'gauss', 'classes': 3, 'samples': 30, 'testFraction': 0}";

    public static final String CROSS_ENTROPY = "'loss': {'kind': 'crossEntropy'}";
    public static final String ADAM = "'optimizer': {'kind': 'adam', 'learningRate': 0.01}";
    public static final String FULL_BATCH = "'batchSize': 0";

    private Lab() {}

    /** Reads single quotes as double ones. */
    public static Valid valid(String dataset, String graph, String... training) {
        String json =
                "{'format': 1, 'dataset': %s, 'graph': %s, 'training': {%s}}"
                        .formatted(dataset, graph, String.join(", ", training))
                        .replace('\'', '"');
        return valid(json);
    }

    public static Valid valid(String json) {
        return switch (ExperimentJson.read(json)) {
            case Reading.Unreadable(var problems) ->
                    throw new AssertionError(problems + " in " + json);
            case Reading.Read(var experiment) -> valid(experiment);
        };
    }

    /** The experiment of that name in {@code resources/lessons}. */
    static Valid lesson(String name) {
        return valid(Resources.read("/lessons/" + name + ".json"));
    }

    /** The same with another seed of the training. */
    static Valid reseeded(Valid valid, long seed) {
        Experiment before = valid.experiment();
        return valid(before.withTraining(before.training().withSeed(seed)));
    }

    private static Valid valid(Experiment experiment) {
        return switch (new Validator(Limits.standard()).validate(experiment)) {
            case Valid valid -> valid;
            case ValidationResult.Invalid invalid ->
                    throw new AssertionError(
                            invalid.problems() + " in " + ExperimentJson.write(experiment));
        };
    }

    /** A chain of layers behind an input. */
    public static String chain(String... layers) {
        List<String> nodes = new ArrayList<>(List.of("{'id': 'in', 'layer': {'kind': 'input'}}"));
        List<String> edges = new ArrayList<>();
        String last = "in";
        for (int i = 0; i < layers.length; i++) {
            String id = "layer" + i;
            nodes.add("{'id': '%s', 'layer': %s}".formatted(id, layers[i]));
            edges.add("{'from': '%s', 'to': '%s'}".formatted(last, id));
            last = id;
        }
        return "{'nodes': %s, 'edges': %s}".formatted(nodes, edges);
    }

    public static String linear(int units) {
        return linear(units, "identity");
    }

    public static String linear(int units, String activation) {
        return "{'kind': 'linear', 'units': %d, 'activation': '%s'}".formatted(units, activation);
    }

    static TorchTraining open(Valid valid) {
        return open(valid, Datasets.create(valid.experiment().dataset()));
    }

    static TorchTraining open(Valid valid, Dataset dataset) {
        return new TorchTraining(
                valid,
                dataset,
                ProgramGenerator.generate(
                        valid, TorchEngine.images(valid, dataset), Division.WHOLE),
                Device.cpu(),
                new DataShelf(Device.cpu()),
                Integer.MAX_VALUE);
    }

    /** Steps over more than so many examples are done in portions. */
    static TorchTraining openInPortions(Valid valid, int rowsPerCall) {
        return open(valid, Division.PORTIONS, rowsPerCall);
    }

    /** The same, and each portion is done layer by layer. */
    static TorchTraining openInStages(Valid valid, int rowsPerCall) {
        return open(valid, Division.STAGES, rowsPerCall);
    }

    private static TorchTraining open(Valid valid, Division division, int rowsPerCall) {
        Dataset dataset = Datasets.create(valid.experiment().dataset());
        return new TorchTraining(
                valid,
                dataset,
                ProgramGenerator.generate(valid, TorchEngine.images(valid, dataset), division),
                Device.cpu(),
                new DataShelf(Device.cpu()),
                rowsPerCall);
    }

    static TorchTraining openWithAutograd(Valid valid) {
        return new TorchTraining(
                valid,
                Datasets.create(valid.experiment().dataset()),
                ProgramGenerator.generateWithAutograd(valid),
                Device.cpu(),
                new DataShelf(Device.cpu()),
                Integer.MAX_VALUE);
    }

    /** All of it, however many calls that takes. */
    static LayerReport probe(Training training, Matrix inputs) {
        Optional<LayerReport> report = training.probe(inputs);
        while (report.isEmpty()) {
            report = training.probe(inputs);
        }
        return report.get();
    }

    /** Exactly so many steps. */
    public static Progress train(Training training, int steps) {
        Progress last = Progress.NONE;
        for (int done = 0; done < steps; done += last.steps()) {
            last = training.train(steps - done);
        }
        return last;
    }

    /** On the training part of a lesson. */
    static double accuracyAfter(String lesson, int epochs) {
        try (Training training = open(lesson(lesson))) {
            train(training, epochs * training.stepsPerEpoch());
            return training.evaluate().train().accuracy();
        }
    }

    /** All parameters, in the order of the graph. */
    static List<Float> parameters(Training training) {
        List<Float> all = new ArrayList<>();
        training.weights()
                .values()
                .forEach(node -> {
                    for (float value : node.weight()) {
                        all.add(value);
                    }
                    for (float value : node.bias()) {
                        all.add(value);
                    }
                });
        return all;
    }
}
