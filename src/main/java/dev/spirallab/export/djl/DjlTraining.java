package dev.spirallab.export.djl;

import dev.spirallab.spec.training.AnnealStrategy;
import dev.spirallab.spec.training.GradientClipping;
import dev.spirallab.spec.training.LossSpec;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import dev.spirallab.validation.Head;

/** Loss, optimiser and learning rate in DJL. */
record DjlTraining(TrainingSpec training, Head head, int width, int examples, Lacking lacking) {

    String loss() {
        LossSpec loss = training.loss();
        String path = "training.loss";
        return switch (loss) {
            case LossSpec.CrossEntropy entropy -> {
                if (entropy.labelSmoothing() != 0) {
                    lacking.setting(path + ".labelSmoothing");
                }
                if (entropy.weight().isPresent()) {
                    lacking.setting(path + ".weight");
                }
                yield "Loss.softmaxCrossEntropyLoss()";
            }
            case LossSpec.Nll nll -> {
                if (nll.weight().isPresent()) {
                    lacking.setting(path + ".weight");
                }
                yield "Loss.softmaxCrossEntropyLoss(\"loss\", 1, -1, true, false)";
            }
            case LossSpec.BinaryCrossEntropy _ -> "Loss.sigmoidBinaryCrossEntropyLoss()";
            case LossSpec.Mse _ -> "Loss.l2Loss(\"loss\", 1)";
            case LossSpec.HalfSquaredError _ ->
                    "Loss.l2Loss(\"loss\", " + J.single(width / 2.0) + ")";
            case LossSpec.L1 _ -> "Loss.l1Loss(\"loss\", 1)";
            case LossSpec.Hinge _, LossSpec.KlDivergence _, LossSpec.SmoothL1 _, LossSpec.Huber _ ->
                    lacking.add(path + ".kind", loss);
        };
    }

    String optimizer() {
        OptimizerSpec optimizer = training.optimizer();
        String made =
                switch (optimizer) {
                    case OptimizerSpec.Sgd sgd -> sgd(sgd);
                    case OptimizerSpec.Adam adam -> {
                        lackIf(adam.amsgrad(), "amsgrad");
                        yield "Optimizer.adam().optLearningRateTracker(RATE)"
                                + betas(adam.beta1(), adam.beta2(), adam.eps());
                    }
                    case OptimizerSpec.AdamW adam -> {
                        lackIf(adam.amsgrad(), "amsgrad");
                        yield "Optimizer.adamW().optLearningRateTracker(RATE)"
                                + betas(adam.beta1(), adam.beta2(), adam.eps());
                    }
                    // DJL has classes for the first three, which its PyTorch engine does not serve
                    case OptimizerSpec.RmsProp _,
                            OptimizerSpec.Adagrad _,
                            OptimizerSpec.Adadelta _,
                            OptimizerSpec.Adamax _,
                            OptimizerSpec.NAdam _,
                            OptimizerSpec.RAdam _,
                            OptimizerSpec.Asgd _,
                            OptimizerSpec.Rprop _,
                            OptimizerSpec.Lbfgs _ ->
                            lacking.add("training.optimizer.kind", optimizer);
                };
        return made + decay(optimizer) + clipping() + ".build()";
    }

    private void lackIf(boolean wanted, String setting) {
        if (wanted) {
            lacking.setting("training.optimizer." + setting);
        }
    }

    private String sgd(OptimizerSpec.Sgd sgd) {
        lackIf(sgd.dampening() != 0, "dampening");
        lackIf(sgd.nesterov(), "nesterov");
        return "Optimizer.sgd().setLearningRateTracker(RATE)"
                + (sgd.momentum() == 0 ? "" : ".optMomentum(" + J.single(sgd.momentum()) + ")");
    }

    private static String betas(double beta1, double beta2, double eps) {
        return (beta1 == 0.9 ? "" : ".optBeta1(" + J.single(beta1) + ")")
                + (beta2 == 0.999 ? "" : ".optBeta2(" + J.single(beta2) + ")")
                + (eps == 1e-8 ? "" : ".optEpsilon(" + J.single(eps) + ")");
    }

    private static String decay(OptimizerSpec optimizer) {
        return optimizer.weightDecay() == 0
                ? ""
                : ".optWeightDecays(" + J.single(optimizer.weightDecay()) + ")";
    }

    private String clipping() {
        return training.gradientClipping()
                .map(clipping ->
                        switch (clipping) {
                            case GradientClipping.Value(double value) ->
                                    ".optClipGrad(" + J.single(value) + ")";
                            case GradientClipping.Norm norm ->
                                    lacking.add("training.gradientClipping.kind", norm);
                        })
                .orElse("");
    }

    /** The rate of a step, {@code step} counted from 0 and {@code epoch} worked out from it. */
    String rate() {
        String base = J.real(training.optimizer().learningRate());
        int planned = training.plannedEpochs(examples);
        String scheduled =
                switch (training.schedule()) {
                    case ScheduleSpec.Constant _ -> base;
                    case ScheduleSpec.Step step ->
                            "%s * Math.pow(%s, epoch / %d)"
                                    .formatted(base, J.real(step.gamma()), step.stepSize());
                    case ScheduleSpec.MultiStep steps ->
                            steps.milestones().stream()
                                    .map(milestone ->
                                            " * (epoch >= %d ? %s : 1)"
                                                    .formatted(milestone, J.real(steps.gamma())))
                                    .reduce(base, String::concat);
                    case ScheduleSpec.Exponential exponential ->
                            "%s * Math.pow(%s, epoch)".formatted(base, J.real(exponential.gamma()));
                    case ScheduleSpec.Polynomial polynomial -> {
                        int end = polynomial.totalIters().orElse(planned);
                        yield "%s * Math.pow(1 - Math.min(epoch, %d) / %d.0, %s)"
                                .formatted(base, end, end, J.real(polynomial.power()));
                    }
                    case ScheduleSpec.Cosine cosine ->
                            "%s + (%s - %s) * (1 + Math.cos(Math.PI * epoch / %d)) / 2"
                                    .formatted(
                                            J.real(cosine.etaMin()),
                                            base,
                                            J.real(cosine.etaMin()),
                                            cosine.tMax().orElse(planned));
                    case ScheduleSpec.CosineWarmRestarts restarts -> {
                        if (restarts.tMult() != 1) {
                            lacking.setting("training.schedule.tMult");
                        }
                        String done = "epoch %% %d / %d.0".formatted(restarts.t0(), restarts.t0());
                        yield cosine(base, J.real(restarts.etaMin()), done);
                    }
                    case ScheduleSpec.OneCycle cycle -> oneCycle(cycle, base);
                    case ScheduleSpec.Cyclic cyclic -> cyclic(cyclic, base);
                    case ScheduleSpec.ReduceOnPlateau plateau ->
                            lacking.add("training.schedule.kind", plateau);
                };
        return training.warmup().map(kind -> warmed(scheduled, kind)).orElse(scheduled);
    }

    /** From one rate to another while {@code done} goes from 0 to 1. */
    private static String cosine(String from, String to, String done) {
        return "%s + (%s - %s) * (1 + Math.cos(Math.PI * (%s))) / 2".formatted(to, from, to, done);
    }

    private String oneCycle(ScheduleSpec.OneCycle cycle, String base) {
        double total =
                cycle.totalSteps()
                        .map(Integer::doubleValue)
                        .orElse((double) training.plannedSteps(examples));
        double top = cycle.pctStart() * total - 1;
        double end = total - 1;
        if (cycle.threePhase()) {
            lacking.setting("training.schedule.threePhase");
        }
        if (top <= 0 || end <= top) {
            lacking.setting("training.schedule.pctStart");
        }
        double first = 1 / cycle.divFactor();
        String up = "step / " + J.real(top);
        String down =
                "(Math.min(step, %s) - %s) / %s"
                        .formatted(J.real(end), J.real(top), J.real(end - top));
        return "%s * (step <= %s ? %s : %s)"
                .formatted(
                        base,
                        J.real(top),
                        annealed(cycle, first, 1, up),
                        annealed(cycle, 1, first / cycle.finalDivFactor(), down));
    }

    private static String annealed(
            ScheduleSpec.OneCycle cycle, double from, double to, String done) {
        return cycle.annealStrategy() == AnnealStrategy.cos
                ? cosine(J.real(from), J.real(to), done)
                : "%s + (%s) * (%s)".formatted(J.real(from), J.real(to - from), done);
    }

    private static String cyclic(ScheduleSpec.Cyclic cyclic, String base) {
        int up = cyclic.stepSizeUp();
        int down = cyclic.stepSizeDown().orElse(up);
        int period = up + down;
        String height =
                "(step %% %d <= %d ? step %% %d / %d.0 : (%d - step %% %d) / %d.0)"
                        .formatted(period, up, period, up, period, period, down);
        String scale =
                switch (cyclic.mode()) {
                    case triangular -> "";
                    case triangular2 -> " * Math.pow(0.5, step / " + period + ")";
                    case expRange -> " * Math.pow(" + J.real(cyclic.gamma()) + ", step)";
                };
        return "%s + (%s - %s) * %s%s"
                .formatted(base, J.real(cyclic.maxLearningRate()), base, height, scale);
    }

    private static String warmed(String rate, Warmup warmup) {
        return switch (warmup) {
            case Warmup.Linear(int steps) ->
                    "(" + rate + ") * Math.min(1, (step + 1) / " + steps + ".0)";
            case Warmup.Constant(int steps, double factor) ->
                    "(%s) * (step < %d ? %s : 1)".formatted(rate, steps, J.real(factor));
        };
    }

    /** Those that the trainer has no place for. */
    void checkRules() {
        if (training.regularization().l1() != 0) {
            lacking.setting("training.regularization.l1");
        }
        if (training.regularization().l2() != 0) {
            lacking.setting("training.regularization.l2");
        }
        training.earlyStopping().ifPresent(_ -> lacking.setting("training.earlyStopping"));
        training.target().ifPresent(_ -> lacking.setting("training.target"));
    }

    /** What says how many answers are right. */
    String evaluator() {
        return switch (head) {
            case SOFTMAX -> ".addEvaluator(new Accuracy())";
            case SIGMOID -> ".addEvaluator(new BinaryAccuracy(0))";
            case LOG_PROBABILITIES ->
                    training.loss() instanceof LossSpec.Nll ? ".addEvaluator(new Accuracy())" : "";
            case VALUES, SIGMOIDS, ONE_HOT -> "";
        };
    }
}
