package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.data.Task;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.json.Records;
import dev.spirallab.spec.training.EarlyStopping;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Target;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the training settings go together, and with the data. */
final class TrainingCheck {
    private static final double USUAL_MOMENTUM = 0.9;
    private static final double USUAL_RATE = 0.01;

    private final TrainingSpec training;
    private final Experiment experiment;
    private final Map<String, TensorShape> shapes;
    private final List<Problem> problems;

    TrainingCheck(Experiment experiment, Map<String, TensorShape> shapes, List<Problem> problems) {
        this.experiment = experiment;
        this.shapes = shapes;
        this.training = experiment.training();
        this.problems = problems;
    }

    void run() {
        epochsAndSteps();
        nesterov();
        fullBatch();
        learningRate();
        batch();
        warmup();
        plateau();
        training.earlyStopping().ifPresent(this::earlyStopping);
        training.target().ifPresent(this::target);
        experiment.graph().nodes().stream()
                .filter(node -> node.layer() instanceof BatchNorm && isFlat(node))
                .findFirst()
                .ifPresent(this::batchNorm);
    }

    private void epochsAndSteps() {
        if (training.epochs().isPresent() && training.steps().isPresent()) {
            problems.add(
                    problem("training.epochsAndSteps", "steps", Map.of())
                            .with(fix("dropSteps", Map.of(), "steps", Optional.empty())));
        }
    }

    private void nesterov() {
        if (training.optimizer() instanceof OptimizerSpec.Sgd sgd
                && sgd.nesterov()
                && (sgd.momentum() == 0 || sgd.dampening() != 0)) {
            double momentum = sgd.momentum() == 0 ? USUAL_MOMENTUM : sgd.momentum();
            OptimizerSpec mended =
                    Records.with(Records.with(sgd, "momentum", momentum), "dampening", 0.0);
            problems.add(
                    problem(
                                    "training.nesterov",
                                    "optimizer.nesterov",
                                    Map.of("momentum", String.valueOf(momentum)))
                            .with(
                                    fix(
                                            "setMomentum",
                                            Map.of("momentum", String.valueOf(momentum)),
                                            "optimizer",
                                            mended)));
        }
    }

    /**
     * LBFGS compares losses, which those of different batches, or with clipped slopes, are not fit
     * for.
     */
    private void fullBatch() {
        if (!(training.optimizer() instanceof OptimizerSpec.Lbfgs)) {
            return;
        }
        int examples = experiment.dataset().trainSize();
        if (training.effectiveBatchSize(examples) < examples) {
            problems.add(
                    problem(
                                    "training.lbfgsBatch",
                                    "batchSize",
                                    Map.of("batchSize", String.valueOf(training.batchSize())))
                            .with(fix("fullBatch", Map.of(), "batchSize", 0)));
        }
        if (training.gradientClipping().isPresent()) {
            problems.add(
                    problem("training.lbfgsClipping", "gradientClipping", Map.of())
                            .with(
                                    fix(
                                            "dropClipping",
                                            Map.of(),
                                            "gradientClipping",
                                            Optional.empty())));
        }
    }

    private void learningRate() {
        if (training.optimizer().learningRate() == 0) {
            problems.add(
                    problem("hint.learningRateZero", "optimizer.learningRate", Map.of())
                            .with(
                                    fix(
                                            "setLearningRate",
                                            Map.of("learningRate", String.valueOf(USUAL_RATE)),
                                            "optimizer",
                                            Records.with(
                                                    training.optimizer(),
                                                    "learningRate",
                                                    USUAL_RATE))));
        }
    }

    private void batch() {
        int examples = experiment.dataset().trainSize();
        if (examples > 0 && training.batchSize() > examples) {
            problems.add(
                    problem(
                                    "hint.batchLargerThanData",
                                    "batchSize",
                                    Map.of(
                                            "batchSize", String.valueOf(training.batchSize()),
                                            "examples", String.valueOf(examples)))
                            .with(fix("fullBatch", Map.of(), "batchSize", 0)));
        }
    }

    private void warmup() {
        long planned = training.plannedSteps(experiment.dataset().trainSize());
        int steps = training.warmup().map(Warmup::steps).orElse(0);
        if (steps >= planned) {
            problems.add(
                    problem(
                                    "hint.warmupTooLong",
                                    "warmup.steps",
                                    Map.of(
                                            "steps", String.valueOf(steps),
                                            "planned", String.valueOf(planned)))
                            .with(fix("dropWarmup", Map.of(), "warmup", Optional.empty())));
        }
    }

    private void plateau() {
        if (training.schedule() instanceof ScheduleSpec.ReduceOnPlateau rule) {
            possible(rule.figure())
                    .ifPresent(instead ->
                            problems.add(
                                    figure(
                                            rule.figure(),
                                            instead,
                                            "schedule",
                                            Records.with(rule, "figure", instead))));
        }
    }

    private void earlyStopping(EarlyStopping rule) {
        possible(rule.figure())
                .ifPresent(instead ->
                        problems.add(
                                figure(
                                        rule.figure(),
                                        instead,
                                        "earlyStopping",
                                        Optional.of(Records.with(rule, "figure", instead)))));
    }

    private void target(Target rule) {
        Optional<Figure> instead = possible(rule.figure());
        if (instead.isPresent()) {
            problems.add(
                    figure(
                            rule.figure(),
                            instead.get(),
                            "target",
                            Optional.of(Records.with(rule, "figure", instead.get()))));
        } else if (!rule.figure().isLoss() && (rule.value() <= 0 || rule.value() > 1)) {
            problems.add(accuracyRange(rule));
        }
    }

    /** Somebody who asks for 95 means per cent. */
    private Problem accuracyRange(Target rule) {
        double share = rule.value() > 1 && rule.value() <= 100 ? rule.value() / 100 : 1;
        return problem(
                        "training.accuracyRange",
                        "target.value",
                        Map.of("value", String.valueOf(rule.value())))
                .with(
                        fix(
                                "setTarget",
                                Map.of("value", String.valueOf(share)),
                                "target",
                                Optional.of(Records.with(rule, "value", share))));
    }

    private Problem figure(Figure figure, Figure instead, String field, Object mended) {
        String code =
                figure.isTest() && !instead.isTest()
                        ? "training.noTestPart"
                        : "training.accuracyOfRegression";
        return problem(code, field + ".figure", Map.of("figure", figure.name()))
                .with(fix("setFigure", Map.of("figure", instead.name()), field, mended));
    }

    /** What to watch instead, where the figure cannot be watched. */
    private Optional<Figure> possible(Figure figure) {
        boolean noTest = experiment.dataset().testSize() == 0;
        boolean values = experiment.dataset().task() instanceof Task.Regression;
        boolean test = figure.isTest() && !noTest;
        boolean accuracy = !figure.isLoss() && !values;
        Figure instead =
                accuracy
                        ? test ? Figure.testAccuracy : Figure.trainAccuracy
                        : test ? Figure.testLoss : Figure.trainLoss;
        return Optional.of(instead).filter(other -> other != figure);
    }

    /** In sequences and images the places of one example are enough for a variance. */
    private boolean isFlat(Node node) {
        TensorShape shape = shapes.get(node.id());
        return shape != null && shape.size() == shape.width();
    }

    /** The variance of one example is nothing to divide by. */
    private void batchNorm(Node node) {
        int examples = experiment.dataset().trainSize();
        if (examples > 0 && hasSingle(training.batchSize(), examples)) {
            Problem problem =
                    problem(
                                    "training.batchNormSingle",
                                    "batchSize",
                                    Map.of("examples", String.valueOf(examples)))
                            .at(node.id());
            problems.add(withBatchSize(problem, examples));
        }
    }

    private Problem withBatchSize(Problem problem, int examples) {
        if (examples == 1) {
            return problem;
        }
        int size = Math.max(2, training.batchSize());
        while (hasSingle(size, examples)) {
            size++;
        }
        return problem.with(
                fix("setBatchSize", Map.of("batchSize", String.valueOf(size)), "batchSize", size));
    }

    private static boolean hasSingle(int batchSize, int examples) {
        return batchSize == 1 || examples == 1 || (batchSize > 1 && examples % batchSize == 1);
    }

    private Problem.Fix fix(
            String code, Map<String, String> arguments, String field, Object value) {
        return Fixes.training(code, arguments, Records.with(training, field, value));
    }

    private static Problem problem(String code, String field, Map<String, String> arguments) {
        return Problem.of(code, "training." + field, arguments);
    }
}
