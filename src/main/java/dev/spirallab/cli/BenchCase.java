package dev.spirallab.cli;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Datasets;
import dev.spirallab.dataset.Matrix;
import dev.spirallab.dataset.Part;
import dev.spirallab.dataset.Targets;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Reading;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.Limits;
import dev.spirallab.validation.ValidationResult.Valid;
import dev.spirallab.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** An experiment that is measured. */
record BenchCase(String name, Valid valid, Dataset dataset) {
    private static final String SPIRAL =
            "{'kind': 'spiral', 'classes': 3, 'samples': 3000, 'testFraction': 0}";
    private static final String CLOUDS = "{'kind': 'gauss', 'samples': 500, 'testFraction': 0}";
    private static final String ADAM = "{'kind': 'adam', 'learningRate': 0.001}";
    private static final String SGD = "{'kind': 'sgd', 'learningRate': 0.01}";
    private static final String FLATTEN = "{'kind': 'flatten'}";
    private static final String RELU = "{'kind': 'activation', 'function': 'relu'}";
    private static final int PIXELS = 784;

    static List<BenchCase> all() {
        return List.of(spiral(), fullBatch(), tiny(), images(), phones(), digits(), convolutions());
    }

    static BenchCase spiral() {
        return plane("2-100-3 relu, batch 32, Adam", SPIRAL, "relu", 32, ADAM, 100, 3);
    }

    static BenchCase fullBatch() {
        return plane("2-100-3 relu, full batch 3000, Adam", SPIRAL, "relu", 0, ADAM, 100, 3);
    }

    static BenchCase tiny() {
        return plane("2-8-8-8-2 tanh, batch 10, SGD", CLOUDS, "tanh", 10, SGD, 8, 8, 8, 2);
    }

    /** What one looks inside of. */
    static BenchCase deep() {
        return plane("2-8-8-8-3 tanh, batch 10, SGD", SPIRAL, "tanh", 10, SGD, 8, 8, 8, 3);
    }

    private static BenchCase plane(
            String name,
            String dataset,
            String activation,
            int batch,
            String optimizer,
            int... widths) {
        Valid valid = valid(dataset, activation, batch, optimizer, widths);
        return new BenchCase(name, valid, Datasets.create(valid.experiment().dataset()));
    }

    /** The net that the course learns the price ranges of phones with. */
    private static BenchCase phones() {
        String table = "{'kind': 'phonePrices'}";
        return plane(
                "20-128-256-512-128-4 sigmoid, batch 8, Adam",
                table,
                "sigmoid",
                8,
                ADAM,
                128,
                256,
                512,
                128,
                4);
    }

    private static BenchCase digits() {
        return printed(
                "784-300-100-10 with batch norm, batch 64, SGD",
                SGD,
                FLATTEN,
                linear(300, "identity"),
                "{'kind': 'batchNorm'}",
                RELU,
                linear(100, "identity"),
                "{'kind': 'batchNorm'}",
                RELU,
                linear(10, "identity"));
    }

    private static BenchCase convolutions() {
        String pool = "{'kind': 'maxPool2d'}";
        return printed(
                "LeNet-5, batch 64, Adam",
                ADAM,
                "{'kind': 'conv2d', 'outChannels': 6, 'kernelSize': 5, 'padding': 2,"
                        + " 'activation': 'relu'}",
                pool,
                "{'kind': 'conv2d', 'outChannels': 16, 'kernelSize': 5, 'activation': 'relu'}",
                pool,
                FLATTEN,
                linear(120, "relu"),
                linear(84, "relu"),
                linear(10, "identity"));
    }

    /** On printed digits; the held out ones are not looked at. */
    private static BenchCase printed(String name, String optimizer, String... layers) {
        Valid valid = valid("{'kind': 'printedDigits'}", 64, optimizer, chain(List.of(layers)));
        return new BenchCase(name, valid, Datasets.create(valid.experiment().dataset()));
    }

    /** Made-up pictures; the document holds ten of them, the data set 6400. */
    private static BenchCase images() {
        String row = "[0" + ", 0".repeat(PIXELS - 1) + "]";
        String rows = row + (", " + row).repeat(9);
        String dataset =
                "{'kind': 'inline', 'inputs': [%s], 'labels': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}"
                        .formatted(rows);
        Valid valid = valid(dataset, "relu", 64, SGD, 128, 10);
        return new BenchCase("784-128-10 relu, batch 64, SGD", valid, pictures(6400));
    }

    private static Dataset pictures(int count) {
        SplittableRandom random = new SplittableRandom(1);
        float[] pixels = new float[count * PIXELS];
        int[] labels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            labels[i / PIXELS] = i / PIXELS % 10;
            float shape = i % 10 == labels[i / PIXELS] ? 0.5f : 0;
            pixels[i] = shape + (float) random.nextGaussian() / 2;
        }
        return new Dataset(
                new Task.Classification(10),
                new Part(new Matrix(count, PIXELS, pixels), new Targets.Labels(labels, 10)),
                new Part(new Matrix(0, PIXELS, new float[0]), new Targets.Labels(new int[0], 10)),
                Optional.empty());
    }

    /** The same with another learning rate. */
    Valid withRate(double rate) {
        TrainingSpec training = valid.experiment().training();
        OptimizerSpec changed = Records.with(training.optimizer(), "learningRate", rate);
        Validator validator = new Validator(Limits.standard());
        if (validator.retrained(valid, Records.with(training, "optimizer", changed))
                instanceof Valid other) {
            return other;
        }
        throw new IllegalArgumentException("no valid learning rate: " + rate);
    }

    private static Valid valid(
            String dataset, String activation, int batch, String optimizer, int... widths) {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            layers.add(linear(widths[i], i == widths.length - 1 ? "identity" : activation));
        }
        return valid(dataset, batch, optimizer, chain(layers));
    }

    private static Valid valid(String dataset, int batch, String optimizer, String graph) {
        String json =
                """
                {'format': 1, 'dataset': %s, 'graph': %s,
                 'training': {'loss': {'kind': 'crossEntropy'}, 'optimizer': %s,
                              'batchSize': %d, 'epochs': 10000000}}
                """
                        .formatted(dataset, graph, optimizer, batch)
                        .replace('\'', '"');
        if (ExperimentJson.read(json) instanceof Reading.Read(var experiment)
                && new Validator(Limits.standard()).validate(experiment) instanceof Valid valid) {
            return valid;
        }
        throw new IllegalStateException("not a valid experiment: " + json);
    }

    private static String linear(int units, String activation) {
        return "{'kind': 'linear', 'units': %d, 'activation': '%s'}".formatted(units, activation);
    }

    private static String chain(List<String> layers) {
        List<String> nodes = new ArrayList<>(List.of("{'id': 'in', 'layer': {'kind': 'input'}}"));
        List<String> edges = new ArrayList<>();
        String last = "in";
        for (int i = 0; i < layers.size(); i++) {
            nodes.add("{'id': 'layer%d', 'layer': %s}".formatted(i, layers.get(i)));
            edges.add("{'from': '%s', 'to': 'layer%d'}".formatted(last, i));
            last = "layer" + i;
        }
        return "{'nodes': %s, 'edges': %s}".formatted(nodes, edges);
    }
}
