package dev.spirallab.export;

import static dev.spirallab.engine.Lab.ADAM;
import static dev.spirallab.engine.Lab.CLOUDS;
import static dev.spirallab.engine.Lab.CROSS_ENTROPY;
import static dev.spirallab.engine.Lab.THREE;
import static dev.spirallab.engine.Lab.chain;
import static dev.spirallab.engine.Lab.linear;
import static dev.spirallab.engine.Lab.valid;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spirallab.dataset.image.Pictures;
import dev.spirallab.engine.LayerExperiments;
import dev.spirallab.engine.RealData;
import dev.spirallab.lesson.Lessons;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Sha256;
import dev.spirallab.spec.graph.Function;
import dev.spirallab.spec.json.ExperimentJson;
import dev.spirallab.spec.json.Templates;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Experiments in which everything occurs that can be exported. */
final class Documents {
    private static final String SGD = "'optimizer': {'kind': 'sgd', 'learningRate': 0.1}";
    private static final String MSE = "'loss': {'kind': 'mse'}";
    private static final String SMALL = "'batchSize': 16";
    private static final String HELD_OUT =
            "{'kind': 'gauss', 'classes': 3, 'samples': 60, 'noise': 0.5}";
    private static final String VALUES = "{'kind': 'plane', 'samples': 60}";
    private static final String NET = chain(linear(5, "tanh"), linear(3));
    private static final String TO_ONE = chain(linear(5, "tanh"), linear(1));
    private static final String LOGS =
            "{'kind': 'inline', 'inputs': [[-1, -2, 0.5], [-0.2, -3, -1], [-2, -1, -0.1]],"
                    + " 'labels': [0, 2, 1]}";

    private Documents() {}

    static Stream<Named<Valid>> all() {
        return Stream.of(
                        templates(),
                        lessons(),
                        LayerExperiments.all(),
                        layers(),
                        functions(),
                        initializers(),
                        losses(),
                        optimizers(),
                        schedules(),
                        rules(),
                        datasets())
                .flatMap(each -> each);
    }

    /** Those that differ in their layers. */
    static Stream<Named<Valid>> models() {
        return Stream.of(
                        templates(),
                        lessonsWithModelsOfTheirOwn(),
                        LayerExperiments.all(),
                        layers(),
                        functions(),
                        tables())
                .flatMap(each -> each);
    }

    /** All lessons' documents. */
    static Stream<Named<Valid>> lessons() {
        return Lessons.ALL.stream()
                .flatMap(lesson -> lesson.pages().stream())
                .map(page ->
                        Named.of(
                                "lesson " + page.name(),
                                valid(ExperimentJson.write(page.experiment()))));
    }

    /** One for each model, of those whose files are there. */
    private static Stream<Named<Valid>> lessonsWithModelsOfTheirOwn() {
        Set<Object> models = new HashSet<>();
        return lessons()
                .filter(lesson -> {
                    Experiment experiment = lesson.getPayload().experiment();
                    return RealData.has(experiment.dataset())
                            && models.add(
                                    List.of(experiment.graph(), experiment.dataset().inputShape()));
                });
    }

    static Stream<Named<Valid>> templates() {
        return Templates.NAMES.stream()
                .map(name ->
                        Named.of(
                                "template " + name,
                                valid(ExperimentJson.write(Templates.get(name)))));
    }

    private static Stream<Named<Valid>> layers() {
        String branches =
                """
                {'nodes': [
                   {'id': 'input', 'layer': {'kind': 'input'}},
                   {'id': '1-left', 'layer': {'kind': 'linear', 'units': 4, 'activation': 'relu'}},
                   {'id': 'forward', 'layer': {'kind': 'linear', 'units': 4}},
                   {'id': '合', 'layer': {'kind': 'concat'}},
                   {'id': 'drop', 'layer': {'kind': 'dropout', 'p': 0.2}},
                   {'id': 'class', 'layer': {'kind': 'linear', 'units': 10}},
                   {'id': 'sum', 'layer': {'kind': 'add'}},
                   {'id': 'f', 'layer': {'kind': 'activation', 'function': 'relu'}},
                   {'id': 'out', 'layer': {'kind': 'linear', 'units': 3}}],
                 'edges': [{'from': 'input', 'to': '1-left'}, {'from': 'input', 'to': 'forward'},
                   {'from': 'forward', 'to': '合'}, {'from': '1-left', 'to': '合'},
                   {'from': 'input', 'to': '合'}, {'from': '合', 'to': 'drop'},
                   {'from': 'drop', 'to': 'class'}, {'from': 'class', 'to': 'sum'},
                   {'from': '合', 'to': 'sum'}, {'from': 'sum', 'to': 'f'},
                   {'from': 'f', 'to': 'out'}]}
                """;
        return Stream.of(
                Named.of("branches", valid(HELD_OUT, branches, CROSS_ENTROPY, SGD, SMALL)),
                trained(
                        "given values",
                        "{'kind': 'linear', 'units': 3, 'initial': {'weight': [[1, 2], [0.5, -1],"
                                + " [0, 3]], 'bias': [0.1, 0, -1]}}"),
                Named.of(
                        "many given values",
                        valid(
                                THREE,
                                chain(
                                        "{'kind': 'linear', 'units': 2500, 'initial': {'weight': "
                                                + rows(2500, 2)
                                                + "}}",
                                        linear(3)),
                                CROSS_ENTROPY,
                                SGD)),
                Named.of(
                        "convTranspose2d with more padding than its kernel reaches",
                        valid(
                                "{'kind': 'inline', 'shape': [1, 4, 4], 'labels': [0, 1, 1], 'inputs': "
                                        + rows(3, 16)
                                        + "}",
                                chain(
                                        "{'kind': 'convTranspose2d', 'outChannels': 2, 'kernelSize': 2,"
                                                + " 'stride': 3, 'padding': 3, 'outputPadding': 1}",
                                        "{'kind': 'flatten'}",
                                        linear(2)),
                                CROSS_ENTROPY,
                                SGD)));
    }

    /** So many numbers, between -1 and 1, that look as if by chance. */
    private static String rows(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row ->
                        IntStream.range(row * columns, (row + 1) * columns)
                                .mapToObj(i -> String.valueOf(i * 7919 % 2000 / 1000.0 - 1))
                                .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String labels(int rows, int classes) {
        return IntStream.range(0, rows)
                .mapToObj(row -> String.valueOf(row % classes))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Stream<Named<Valid>> functions() {
        return Arrays.stream(Function.values())
                .map(function ->
                        Named.of(
                                "function " + function,
                                valid(
                                        THREE,
                                        chain(
                                                linear(4, function.name()),
                                                "{'kind': 'activation', 'function': '%s'}"
                                                        .formatted(function),
                                                linear(3)),
                                        CROSS_ENTROPY,
                                        SGD)));
    }

    private static Stream<Named<Valid>> initializers() {
        return Stream.of(
                        "'zeros'",
                        "'ones'",
                        "'constant', 'value': 0.5",
                        "'uniform', 'a': -0.1, 'b': 0.1",
                        "'normal', 'std': 0.01",
                        "'truncatedNormal', 'std': 0.02",
                        "'xavierUniform', 'gain': 1.5",
                        "'xavierNormal'",
                        "'kaimingUniform', 'nonlinearity': 'relu'",
                        "'kaimingNormal', 'mode': 'fanOut', 'a': 0.2",
                        "'orthogonal'")
                .map(kind ->
                        trained(
                                "initializer " + kind,
                                "{'kind': 'linear', 'units': 3, 'initializer': {'kind': %s}}"
                                        .formatted(kind)));
    }

    private static Named<Valid> trained(String name, String layer) {
        return Named.of(name, valid(THREE, chain(layer), CROSS_ENTROPY, SGD));
    }

    static Stream<Named<Valid>> losses() {
        return Stream.of(
                loss("'crossEntropy'", HELD_OUT, NET),
                loss("'crossEntropy', 'labelSmoothing': 0.1, 'weight': [1, 2, 3]", HELD_OUT, NET),
                loss("'nll'", LOGS, chain(linear(3))),
                loss("'nll', 'weight': [1, 2, 0.5]", LOGS, chain(linear(3))),
                loss("'binaryCrossEntropy'", HELD_OUT, NET),
                loss("'binaryCrossEntropy'", CLOUDS, TO_ONE),
                loss("'hinge'", HELD_OUT, NET),
                loss("'hinge', 'p': 2, 'margin': 0.5", CLOUDS, TO_ONE),
                loss("'klDivergence'", LOGS, chain(linear(3))),
                loss("'klDivergence', 'labelSmoothing': 0.2", LOGS, chain(linear(3))),
                loss("'mse'", VALUES, TO_ONE),
                loss("'mse'", HELD_OUT, NET),
                loss("'halfSquaredError'", VALUES, TO_ONE),
                loss("'l1'", VALUES, TO_ONE),
                loss("'smoothL1', 'beta': 0.2", VALUES, TO_ONE),
                loss("'huber', 'delta': 0.3", VALUES, TO_ONE));
    }

    private static Named<Valid> loss(String kind, String data, String graph) {
        return Named.of(
                "loss " + kind + " on " + data.substring(0, Math.min(22, data.length())),
                valid(data, graph, "'loss': {'kind': " + kind + "}", SGD, SMALL));
    }

    static Stream<Named<Valid>> optimizers() {
        return Stream.of(
                        "'sgd', 'learningRate': 0.1, 'momentum': 0.9, 'nesterov': true",
                        "'sgd', 'momentum': 0.5, 'dampening': 0.1, 'weightDecay': 0.01",
                        "'adam', 'learningRate': 0.01, 'beta1': 0.8, 'amsgrad': true",
                        "'adamW', 'learningRate': 0.01, 'weightDecay': 0.1",
                        "'rmsprop', 'momentum': 0.5, 'centered': true",
                        "'adagrad', 'learningRateDecay': 0.1, 'initialAccumulatorValue': 0.1",
                        "'adadelta', 'rho': 0.8",
                        "'adamax', 'learningRate': 0.01",
                        "'nadam', 'momentumDecay': 0.01, 'weightDecay': 0.1,"
                                + " 'decoupledWeightDecay': true",
                        "'radam', 'learningRate': 0.01, 'beta2': 0.9",
                        "'asgd', 'learningRate': 0.1, 'lambd': 0.001",
                        "'rprop', 'etaMinus': 0.4, 'maxStep': 10",
                        "'lbfgs', 'maxIter': 5, 'historySize': 7",
                        "'lbfgs', 'learningRate': 0.1, 'maxEval': 9, 'lineSearchFn': 'none'")
                .map(kind ->
                        Named.of(
                                "optimizer " + kind,
                                valid(
                                        HELD_OUT,
                                        NET,
                                        CROSS_ENTROPY,
                                        "'optimizer': {'kind': " + kind + "}",
                                        kind.startsWith("'lbfgs'") ? "'batchSize': 0" : SMALL)));
    }

    static Stream<Named<Valid>> schedules() {
        return Stream.concat(
                Stream.of(
                                "'constant'",
                                "'step', 'stepSize': 2",
                                "'multiStep', 'milestones': [1, 3], 'gamma': 0.5",
                                "'exponential', 'gamma': 0.5",
                                "'polynomial', 'power': 2",
                                "'cosine', 'etaMin': 0.01",
                                "'cosineWarmRestarts', 't0': 2, 'tMult': 2",
                                "'oneCycle', 'pctStart': 0.4",
                                "'oneCycle', 'totalSteps': 12, 'pctStart': 0.05",
                                "'oneCycle', 'totalSteps': 8, 'annealStrategy': 'linear',"
                                        + " 'threePhase': true",
                                "'cyclic', 'maxLearningRate': 0.5, 'stepSizeUp': 3,"
                                        + " 'stepSizeDown': 2, 'mode': 'triangular2'",
                                "'cyclic', 'stepSizeUp': 2, 'mode': 'expRange', 'gamma': 0.9",
                                "'reduceOnPlateau', 'patience': 0, 'threshold': 0.5")
                        .map(kind -> scheduled(kind, "'epochs': 5")),
                Stream.of(
                        scheduled("'step', 'stepSize': 2", LINEAR_WARMUP),
                        scheduled("'cosine', 'etaMin': 0.05", LINEAR_WARMUP),
                        scheduled(
                                "'exponential', 'gamma': 0.8",
                                "'warmup': {'kind': 'constant', 'steps': 4, 'factor': 0.1}"),
                        scheduled(
                                "'reduceOnPlateau', 'figure': 'trainAccuracy', 'patience': 0",
                                "'warmup': {'kind': 'constant', 'steps': 4}"),
                        scheduled("'polynomial'", "'steps': 14"),
                        scheduled("'oneCycle'", "'steps': 14")));
    }

    private static final String LINEAR_WARMUP = "'warmup': {'kind': 'linear', 'steps': 7}";

    private static Named<Valid> scheduled(String kind, String more) {
        return Named.of(
                "schedule " + kind + ", " + more,
                valid(
                        HELD_OUT,
                        NET,
                        CROSS_ENTROPY,
                        SGD,
                        SMALL,
                        "'schedule': {'kind': " + kind + "}",
                        more));
    }

    private static Stream<Named<Valid>> rules() {
        return Stream.of(
                rule("'regularization': {'l1': 0.01, 'l2': 0.1}"),
                rule("'gradientClipping': {'kind': 'norm', 'maxNorm': 0.1}"),
                rule("'gradientClipping': {'kind': 'value', 'clipValue': 0.01}"),
                rule("'earlyStopping': {'patience': 2, 'minDelta': 0.001}"),
                rule("'earlyStopping': {'patience': 50, 'figure': 'trainAccuracy'}"),
                rule("'target': {'figure': 'testAccuracy', 'value': 1}"),
                rule("'target': {'value': 0.0001}"),
                Named.of(
                        "LBFGS with penalties",
                        valid(
                                HELD_OUT,
                                NET,
                                CROSS_ENTROPY,
                                "'optimizer': {'kind': 'lbfgs', 'maxIter': 3}",
                                "'batchSize': 0",
                                "'regularization': {'l2': 0.1}")));
    }

    private static Named<Valid> rule(String rule) {
        return Named.of(rule, valid(HELD_OUT, NET, CROSS_ENTROPY, ADAM, SMALL, rule));
    }

    private static final String CSV =
            """
            width;colour;note;kind;"height; cm"
            1.5;red;x;small;10
            2;green;"a; b";large;20.5
            ;red;y;small;30
            4e0;;z;small;40
            5;blue;z;NA;50
            6.25;red;z;large;
            7;blue;;large;20
            """;

    private static final int SHAPES = 40;
    private static final byte[] PIXELS = shapes();
    private static final byte[] CLASSES = classes();

    /** Images of 6 by 5 pixels, packed as those of MNIST are. */
    private static byte[] shapes() {
        byte[] pixels = new byte[SHAPES * 30];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 37 + i / 30 * i);
        }
        return Pictures.gzip(Pictures.idx(new int[] {SHAPES, 6, 5}, pixels));
    }

    private static byte[] classes() {
        byte[] labels = new byte[SHAPES];
        for (int i = 0; i < SHAPES; i++) {
            labels[i] = (byte) (i % 3);
        }
        return Pictures.idx(new int[] {SHAPES}, labels);
    }

    /** The file with that hash. */
    static Optional<byte[]> file(String hash) {
        return Stream.of(CSV.getBytes(UTF_8), PIXELS, CLASSES)
                .filter(bytes -> Sha256.of(bytes).equals(hash))
                .findFirst()
                .or(() -> RealData.file(hash));
    }

    /** Digits in files that are at hand; the last are held out, so that chance has no part. */
    private static Named<Valid> digits() {
        String data =
                """
                {'kind': 'idx', 'height': 6, 'width': 5, 'classes': 3, 'holdout': 'last',
                 'transforms': [{'kind': 'pad', 'padding': 1}, {'kind': 'invert'}], 'train': {
                  'images': {'sha256': '%s', 'name': 'shapes.gz'},
                  'labels': {'sha256': '%s', 'name': 'classes'}, 'count': %d}}
                """
                        .formatted(Sha256.of(PIXELS), Sha256.of(CLASSES), SHAPES);
        String graph =
                chain(
                        "{'kind': 'conv2d', 'outChannels': 4, 'activation': 'relu'}",
                        "{'kind': 'flatten'}",
                        linear(3));
        return Named.of("dataset digits", valid(data, graph, CROSS_ENTROPY, SGD, SMALL));
    }

    private static Stream<Named<Valid>> tables() {
        return Stream.of(
                        "'missing': 'mean'",
                        "'missing': 'median', 'scaling': 'minMax'",
                        "'missing': 'mode', 'scaling': 'none'",
                        "'missing': 'zero', 'testFraction': 0",
                        "'missing': 'dropRow'")
                .map(more ->
                        Named.of(
                                "dataset table, " + more,
                                valid(table(more), chain(linear(2)), CROSS_ENTROPY, SGD, SMALL)));
    }

    private static String table(String more) {
        return """
        {'kind': 'table', 'content': {'sha256': '%s', 'name': 'things.csv'}, 'rows': 7,
         'format': {'delimiter': 'semicolon'}, 'label': 'kind', 'holdout': 'last', %s, 'columns': [
          {'kind': 'number', 'name': 'width'},
          {'kind': 'category', 'name': 'colour', 'categories': ['red', 'green', 'blue']},
          {'kind': 'ignored', 'name': 'note'},
          {'kind': 'category', 'name': 'kind', 'categories': ['small', 'large']},
          {'kind': 'number', 'name': 'height; cm'}]}
        """
                .formatted(Sha256.of(CSV.getBytes(UTF_8)), more);
    }

    static Stream<Named<Valid>> datasets() {
        return Stream.of(tables(), planes(), others(), images(), Stream.of(digits()))
                .flatMap(each -> each);
    }

    private static Stream<Named<Valid>> images() {
        String file = "{'sha256': '" + "0".repeat(64) + "', 'name': 'a.gz'}";
        String pair = "{'images': " + file + ", 'labels': " + file + ", 'count': 9}";
        String changes =
                "'transforms': [{'kind': 'grayscale'}, {'kind': 'invert'}, {'kind': 'pad'},"
                        + " {'kind': 'resize', 'height': 9, 'width': 8},"
                        + " {'kind': 'centerCrop', 'height': 7, 'width': 11}], 'augmentation': ["
                        + "{'kind': 'randomCrop'}, {'kind': 'randomHorizontalFlip'},"
                        + " {'kind': 'randomRotation'}]";
        return Stream.of(
                        "'idx', 'height': 8, 'width': 8, 'train': " + pair,
                        "'idx', 'height': 8, 'width': 8, 'train': %s, 'test': %s"
                                .formatted(pair, pair),
                        "'imageFolders', 'folders': ['a', 'b'], 'count': 9, 'height': 6,"
                                + " 'width': 7, 'content': "
                                + file
                                + ", 'normalization': {'kind': 'given', 'mean': [0.5],"
                                + " 'std': [0.25]}, "
                                + changes,
                        "'printedDigits', 'samples': 61, 'normalization': {'kind': 'none'}, "
                                + changes)
                .map(kind ->
                        Named.of(
                                "dataset " + kind.substring(0, Math.min(40, kind.length())),
                                valid(
                                        "{'kind': " + kind + "}",
                                        chain(
                                                "{'kind': 'flatten'}",
                                                linear(kind.startsWith("'imageF") ? 2 : 10)),
                                        CROSS_ENTROPY,
                                        SGD,
                                        SMALL)));
    }

    private static Stream<Named<Valid>> planes() {
        return Stream.of(
                        "'spiral', 'classes': 3",
                        "'circle', 'classes': 3",
                        "'gauss', 'classes': 3, 'testFraction': 0",
                        "'spiral', 'classes': 3, 'features': ['x1', 'x2', 'x1Squared',"
                                + " 'x2Squared', 'x1x2', 'sinX1', 'sinX2'],"
                                + " 'standardize': true")
                .map(kind -> data(kind, NET, CROSS_ENTROPY));
    }

    private static Stream<Named<Valid>> others() {
        return Stream.of(
                data("'linearRegression', 'noise': 0.5", chain(linear(1)), MSE),
                data("'polynomialRegression'", chain(linear(1)), MSE),
                data("'outlierRegression'", chain(linear(1)), MSE),
                data("'phonePrices'", chain(linear(4)), CROSS_ENTROPY),
                data("'phonePrices', 'scaling': 'minMax'", chain(linear(4)), CROSS_ENTROPY),
                Named.of(
                        "dataset points",
                        valid(
                                "{'kind': 'points', 'points': [[0, 1, 0], [1, 1.5, 1],"
                                        + " [-1, 0.25, 1], [2, 2, 0]]}",
                                chain(linear(2)),
                                CROSS_ENTROPY,
                                SGD,
                                SMALL)),
                data("'xor'", chain(linear(2)), CROSS_ENTROPY),
                data("'moons'", chain(linear(2)), CROSS_ENTROPY),
                data("'plane'", TO_ONE, MSE),
                data("'multiGauss'", TO_ONE, MSE),
                inline(
                        "'inputs': [[1, 2], [3, 4], [5, 6], [0, 1]], 'targets': [[1, 2],"
                                + " [2, 3], [3, 4], [0.5, 0]], 'testFraction': 0.25",
                        chain(linear(2))),
                Named.of(
                        "dataset inline, many rows",
                        valid(
                                "{'kind': 'inline', 'inputs': %s, 'labels': %s}"
                                        .formatted(rows(3000, 4), labels(3000, 3)),
                                chain(linear(3)),
                                CROSS_ENTROPY,
                                SGD,
                                SMALL)));
    }

    private static Named<Valid> inline(String rows, String graph) {
        return Named.of(
                "dataset inline",
                valid(
                        "{'kind': 'inline', " + rows + "}",
                        graph,
                        "'loss': {'kind': 'mse'}",
                        SGD,
                        SMALL));
    }

    private static Named<Valid> data(String kind, String graph, String loss) {
        return Named.of(
                "dataset " + kind,
                valid("{'kind': " + kind + ", 'samples': 61}", graph, loss, SGD, SMALL));
    }

    /** Every kind of the family occurs in these. */
    static List<String> kindsOf(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind ->
                        kind.isSealed() ? kindsOf(kind).stream() : Stream.of(kind.getSimpleName()))
                .toList();
    }
}
