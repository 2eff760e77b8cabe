package dev.spirallab.export.djl;

import dev.spirallab.export.Heading;
import dev.spirallab.export.Lines;
import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.data.DatasetSpec;
import dev.spirallab.spec.data.ImageDataset;
import dev.spirallab.spec.graph.Convolution;
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
            import ai.djl.ndarray.NDScope;
            import ai.djl.ndarray.types.DataType;
            import ai.djl.ndarray.types.Shape;
            import ai.djl.ndarray.types.SparseFormat;
            import ai.djl.nn.AbstractBlock;
            import ai.djl.nn.Activation;
            import ai.djl.nn.Block;
            import ai.djl.nn.Parameter;
            import ai.djl.nn.convolutional.Conv1d;
            import ai.djl.nn.convolutional.Conv2d;
            import ai.djl.nn.core.Embedding;
            import ai.djl.nn.core.Linear;
            import ai.djl.nn.norm.BatchNorm;
            import ai.djl.nn.norm.Dropout;
            import ai.djl.nn.norm.LayerNorm;
            import ai.djl.nn.pooling.Pool;
            import ai.djl.nn.recurrent.GRU;
            import ai.djl.nn.recurrent.LSTM;
            import ai.djl.nn.recurrent.RNN;
            import ai.djl.training.DefaultTrainingConfig;
            import ai.djl.training.GradientCollector;
            import ai.djl.training.ParameterStore;
            import ai.djl.training.Trainer;
            import ai.djl.training.dataset.ArrayDataset;
            import ai.djl.training.dataset.Batch;
            import ai.djl.training.dataset.Dataset;
            import ai.djl.training.initializer.ConstantInitializer;
            import ai.djl.training.initializer.Initializer;
            import ai.djl.training.loss.Loss;
            import ai.djl.training.optimizer.Optimizer;
            import ai.djl.training.tracker.Tracker;
            import ai.djl.util.PairList;
            import ai.djl.util.RandomUtils;
            import java.awt.Font;
            import java.awt.Graphics2D;
            import java.awt.RenderingHints;
            import java.awt.image.BufferedImage;
            import java.io.FileInputStream;
            import java.io.IOException;
            import java.io.InputStream;
            import java.nio.ByteBuffer;
            import java.nio.charset.Charset;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.ArrayList;
            import java.util.Arrays;
            import java.util.Collections;
            import java.util.Comparator;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.Random;
            import java.util.Set;
            import java.util.function.DoubleSupplier;
            import java.util.function.Supplier;
            import java.util.regex.Pattern;
            import java.util.stream.IntStream;
            import java.util.zip.GZIPInputStream;
            import java.util.zip.ZipEntry;
            import java.util.zip.ZipFile;
            import javax.imageio.ImageIO;
            """;

    private final Valid valid;
    private final Experiment experiment;
    private final DatasetSpec dataset;
    private final DjlLoss loss;
    private final DjlOptimizer optimizer;

    private DjlCode(Valid valid) {
        this.valid = valid;
        experiment = valid.experiment();
        dataset = experiment.dataset();
        int width = Objects.requireNonNull(valid.shapes().get(valid.output().id())).width();
        loss = new DjlLoss(spec().loss(), valid.head(), width, dataset.task());
        optimizer = new DjlOptimizer(spec());
    }

    public static String of(Valid valid, Texts texts) {
        return new DjlCode(valid).text(texts);
    }

    private String text(Texts texts) {
        Lines code = new Lines();
        String title = J.comment(experiment.title());
        code.add("// " + Heading.of(title, texts));
        code.add("// " + texts.of("export.needsDjl"));
        boolean convolutions =
                valid.order().stream().anyMatch(node -> node.layer() instanceof Convolution);
        code.addIf(convolutions, "// " + texts.of("export.djlConvolutions"));
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
        code.braces(
                "public final class Experiment",
                () -> {
                    settings(code);
                    new DjlData(dataset).write(code);
                    code.blank();
                    datasets(code);
                    code.blank();
                    new DjlModel(valid).write(code);
                    code.blank();
                    loss.define(code);
                    new DjlRate(spec(), dataset.trainSize()).define(optimizer.tracks(), code);
                    optimizer.define(code);
                    training().define(code);
                    config(code);
                    main(code);
                });
        return code.text();
    }

    private TrainingSpec spec() {
        return experiment.training();
    }

    private boolean tested() {
        return dataset.testSize() > 0;
    }

    private DjlTraining training() {
        boolean augmented =
                dataset instanceof ImageDataset images && !images.augmentation().isEmpty();
        return new DjlTraining(spec(), loss, optimizer, tested(), augmented, dataset.trainSize());
    }

    private void settings(Lines code) {
        int examples = dataset.trainSize();
        code.add("static final int EPOCHS = " + spec().plannedEpochs(examples) + ";");
        code.addIf(
                training().counted(),
                "static final int STEPS = " + spec().plannedSteps(examples) + ";");
        code.add("static final int BATCH_SIZE = " + spec().effectiveBatchSize(examples) + ";");
        code.add("static final int STEPS_PER_EPOCH = " + spec().stepsPerEpoch(examples) + ";");
        code.blank();
    }

    private String shape() {
        return String.join(", ", dataset.inputShape().stream().map(String::valueOf).toList());
    }

    private void datasets(Lines code) {
        code.braces(
                "static ArrayDataset dataset(NDManager manager, List<Example> examples)",
                () -> {
                    code.add(
                            "float[] inputs = flat(examples.stream().map(Example::input).toList());");
                    code.add(
                            "float[] targets = flat(examples.stream().map(Example::target).toList());");
                    code.add("int count = examples.size();");
                    code.add(
                            "NDArray x = manager.create(inputs, new Shape(count, "
                                    + shape()
                                    + "));");
                    code.add("NDArray y = " + loss.targets() + ";");
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

    private void config(Lines code) {
        code.add(optimizer.held());
        code.blank();
        code.braces(
                "static DefaultTrainingConfig config()",
                () ->
                        code.add(
                                "return new DefaultTrainingConfig(%s)%s;"
                                        .formatted(
                                                loss.made(),
                                                optimizer.searches()
                                                        ? ""
                                                        : ".optOptimizer(OPTIMIZER)")));
        code.blank();
    }

    private void main(Lines code) {
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
                                    code.add("Parts<Example> examples = load();");
                                    code.add(
                                            "ArrayDataset train = dataset(manager,"
                                                    + " examples.train());");
                                    code.addIf(
                                            tested(),
                                            "ArrayDataset test = dataset(manager,"
                                                    + " examples.test());");
                                    code.braces(
                                            "try (Trainer trainer = model.newTrainer(config()))",
                                            () -> {
                                                code.add(
                                                        "trainer.initialize(new Shape(1, "
                                                                + shape()
                                                                + "));");
                                                code.add(
                                                        tested()
                                                                ? "train(trainer, train, test);"
                                                                : "train(trainer, train);");
                                            });
                                }));
    }
}
