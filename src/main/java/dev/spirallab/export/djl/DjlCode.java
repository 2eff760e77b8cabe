package dev.spirallab.export.djl;

import dev.spirallab.export.Exported;
import dev.spirallab.export.Lines;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Objects;

/** An experiment as one Java class that trains with DJL. */
public final class DjlCode {
    private static final String IMPORTS =
            """
            import ai.djl.Model;
            import ai.djl.ndarray.NDArray;
            import ai.djl.ndarray.NDArrays;
            import ai.djl.ndarray.NDList;
            import ai.djl.ndarray.NDManager;
            import ai.djl.ndarray.types.DataType;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.nn.AbstractBlock;
            import ai.djl.nn.Activation;
            import ai.djl.nn.Block;
            import ai.djl.nn.convolutional.Conv1d;
            import ai.djl.nn.convolutional.Conv2d;
            import ai.djl.nn.core.Linear;
            import ai.djl.nn.norm.BatchNorm;
            import ai.djl.nn.norm.Dropout;
            import ai.djl.nn.norm.LayerNorm;
            import ai.djl.nn.pooling.Pool;
            import ai.djl.nn.recurrent.GRU;
            import ai.djl.nn.recurrent.LSTM;
            import ai.djl.nn.recurrent.RNN;
            import ai.djl.training.DefaultTrainingConfig;
            import ai.djl.training.EasyTrain;
            import ai.djl.training.ParameterStore;
            import ai.djl.training.Trainer;
            import ai.djl.training.dataset.ArrayDataset;
            import ai.djl.training.evaluator.Accuracy;
            import ai.djl.training.evaluator.BinaryAccuracy;
            import ai.djl.training.listener.TrainingListener;
            import ai.djl.training.loss.Loss;
            import ai.djl.training.optimizer.Optimizer;
            import ai.djl.training.tracker.Tracker;
            import ai.djl.util.PairList;
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.Comparator;
            import java.util.List;
            import java.util.Random;
            """;

    private final Valid valid;
    private final Experiment experiment;
    private final DatasetSpec dataset;
    private final Lacking lacking = new Lacking();
    private final DjlTraining training;

    private DjlCode(Valid valid) {
        this.valid = valid;
        experiment = valid.experiment();
        dataset = experiment.dataset();
        int width = Objects.requireNonNull(valid.shapes().get(valid.output().id())).width();
        training =
                new DjlTraining(
                        experiment.training(), valid.head(), width, dataset.trainSize(), lacking);
    }

    public static Exported of(Valid valid, Texts texts) {
        DjlCode code = new DjlCode(valid);
        String text = code.text(texts);
        return code.lacking.problems().isEmpty()
                ? new Exported.Code(text)
                : new Exported.Impossible(code.lacking.problems());
    }

    private String text(Texts texts) {
        Lines code = new Lines();
        String title = J.comment(experiment.title());
        code.add("// " + (title.isBlank() ? texts.of("export.untitled") : title));
        code.add("// " + texts.of("export.needsDjl"));
        String body = body();
        code.blank().add(used(body)).blank().add(body);
        return code.text();
    }

    /** The imports that the code needs. */
    private static String used(String body) {
        StringBuilder used = new StringBuilder();
        IMPORTS.lines()
                .filter(line -> {
                    String name = line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
                    return body.matches("(?s).*\\b" + name + "\\b.*");
                })
                .forEach(line -> used.append(line).append('\n'));
        return used.toString();
    }

    private String body() {
        Lines code = new Lines();
        training.checkRules();
        code.braces(
                "public final class Experiment",
                () -> {
                    settings(code);
                    new DjlData(dataset, lacking).write(code);
                    code.blank();
                    datasets(code);
                    code.blank();
                    new DjlModel(valid, lacking).write(code);
                    code.blank();
                    main(code);
                });
        return code.text();
    }

    private TrainingSpec spec() {
        return experiment.training();
    }

    private void settings(Lines code) {
        int examples = dataset.trainSize();
        code.add("static final int EPOCHS = " + spec().plannedEpochs(examples) + ";");
        code.add("static final int BATCH_SIZE = " + spec().effectiveBatchSize(examples) + ";");
        code.add("static final int STEPS_PER_EPOCH = " + spec().stepsPerEpoch(examples) + ";");
        code.blank();
        code.add("/** The learning rate of each step; DJL counts them from 1. */");
        code.add("static final Tracker RATE = update -> (float) rate(update - 1);");
        code.blank();
        String rate = training.rate();
        code.braces(
                "static double rate(int step)",
                () -> {
                    code.addIf(rate.contains("epoch"), "int epoch = step / STEPS_PER_EPOCH;");
                    code.add("return " + rate + ";");
                });
        code.blank();
    }

    private void datasets(Lines code) {
        String shape =
                String.join(", ", dataset.inputShape().stream().map(String::valueOf).toList());
        code.braces(
                "static ArrayDataset dataset(NDManager manager, List<Example> examples)",
                () -> {
                    code.add(
                            "float[] inputs = flat(examples.stream().map(Example::input).toList());");
                    code.add(
                            "float[] targets = flat(examples.stream().map(Example::target).toList());");
                    code.add("int count = examples.size();");
                    code.add(
                            "NDArray x = manager.create(inputs, new Shape(count, " + shape + "));");
                    code.add("NDArray y = " + targets() + ";");
                    code.add("return new ArrayDataset.Builder()");
                    code.add("        .setData(x)");
                    code.add("        .optLabels(y)");
                    code.add("        .setSampling(BATCH_SIZE, true)");
                    code.add("        .build();");
                });
        code.blank();
        code.add(
                """
                static float[] flat(List<float[]> rows) {
                    float[] all = new float[rows.stream().mapToInt(row -> row.length).sum()];
                    int at = 0;
                    for (float[] row : rows) {
                        System.arraycopy(row, 0, all, at, row.length);
                        at += row.length;
                    }
                    return all;
                }
                """);
    }

    /** One-hot where each class has an output that is compared with its bit. */
    private String targets() {
        return switch (dataset.task()) {
            case Task.Regression(int width) ->
                    "manager.create(targets, new Shape(count, " + width + "))";
            case Task.Classification(int classes) ->
                    switch (valid.head()) {
                        case SIGMOID -> "manager.create(targets, new Shape(count, 1))";
                        case SIGMOIDS, ONE_HOT -> "manager.create(targets).oneHot(" + classes + ")";
                        case SOFTMAX, LOG_PROBABILITIES, VALUES -> "manager.create(targets)";
                    };
        };
    }

    private void main(Lines code) {
        boolean tested = dataset.testSize() > 0;
        boolean classes = dataset.task() instanceof Task.Classification;
        String shape =
                String.join(", ", dataset.inputShape().stream().map(String::valueOf).toList());
        code.braces(
                "public static void main(String[] arguments) throws Exception",
                () ->
                        code.braces(
                                "try (Model model = Model.newInstance(\"model\", \"PyTorch\"))",
                                () -> {
                                    code.add("model.setBlock(new Network());");
                                    code.add("NDManager manager = model.getNDManager();");
                                    code.add(
                                            "manager.getEngine().setRandomSeed("
                                                    + (int) spec().seed()
                                                    + ");");
                                    code.add("List<Example> all = examples();");
                                    parts(code, tested, classes);
                                    code.add("DefaultTrainingConfig config =");
                                    code.add(
                                            "        new DefaultTrainingConfig("
                                                    + training.loss()
                                                    + ")");
                                    code.add(
                                            "                .optOptimizer("
                                                    + training.optimizer()
                                                    + ")");
                                    code.add(
                                            "                "
                                                    + training.evaluator()
                                                    + ".addTrainingListeners(TrainingListener.Defaults.logging());");
                                    code.braces(
                                            "try (Trainer trainer = model.newTrainer(config))",
                                            () -> {
                                                code.add(
                                                        "trainer.initialize(new Shape(1, "
                                                                + shape
                                                                + "));");
                                                code.add(
                                                        tested
                                                                ? "EasyTrain.fit(trainer, EPOCHS, train, test);"
                                                                : "EasyTrain.fit(trainer, EPOCHS, train, null);");
                                                code.add(
                                                        "System.out.println(trainer.getTrainingResult());");
                                            });
                                }));
    }

    private void parts(Lines code, boolean tested, boolean classes) {
        if (!tested) {
            code.add("ArrayDataset train = dataset(manager, all);");
            return;
        }
        if (classes) {
            code.add("// of each class its share is held out");
            code.add("all.sort(Comparator.comparing(example -> example.target()[0]));");
        }
        code.add("List<Example> learnt = new ArrayList<>();");
        code.add("List<Example> heldOut = new ArrayList<>();");
        code.braces(
                "for (int i = 0; i < all.size(); i++)",
                () -> {
                    code.add("long before = Math.round(i * " + share() + ");");
                    code.add("long after = Math.round((i + 1) * " + share() + ");");
                    code.add("(after > before ? heldOut : learnt).add(all.get(i));");
                });
        code.add("ArrayDataset train = dataset(manager, learnt);");
        code.add("ArrayDataset test = dataset(manager, heldOut);");
    }

    private String share() {
        return J.real((double) dataset.testSize() / dataset.size());
    }
}
