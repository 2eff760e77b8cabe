package dev.spirallab.export.python;

import dev.spirallab.spec.training.AnnealStrategy;
import dev.spirallab.spec.training.Figure;
import dev.spirallab.spec.training.OptimizerSpec;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.ThresholdMode;
import dev.spirallab.spec.training.Warmup;
import java.util.Optional;

/**
 * How the learning rate changes, in PyTorch.
 *
 * @param made what is made from {@code optimizer}; empty for a rate that stays
 * @param everyStep whether it counts steps
 * @param watched what it is told at the end of an epoch, if it waits for a figure
 * @param limit of steps that it is told of, where that may be too few
 * @param chains whether a warm-up may stand beside it: both multiply the rate
 */
record ScheduleCode(
        Optional<String> made,
        boolean everyStep,
        Optional<Figure> watched,
        Optional<Integer> limit,
        boolean chains) {
    private static final String SCHEDULERS = "torch.optim.lr_scheduler.";

    /**
     * @param epochs an expression for how many are planned
     * @param steps likewise
     */
    static ScheduleCode of(
            ScheduleSpec schedule, OptimizerSpec optimizer, String epochs, String steps) {
        return switch (schedule) {
            case ScheduleSpec.Constant _ ->
                    new ScheduleCode(
                            Optional.empty(), false, Optional.empty(), Optional.empty(), true);
            case ScheduleSpec.Step step ->
                    byEpoch(
                            made("StepLR")
                                    .with("step_size", step.stepSize())
                                    .with("gamma", step.gamma(), 0.1),
                            true);
            case ScheduleSpec.MultiStep steps_ ->
                    byEpoch(
                            made("MultiStepLR")
                                    .with("milestones", steps_.milestones().toString())
                                    .with("gamma", steps_.gamma(), 0.1),
                            true);
            case ScheduleSpec.Exponential exponential ->
                    byEpoch(made("ExponentialLR").with("gamma", exponential.gamma()), true);
            case ScheduleSpec.Polynomial polynomial ->
                    byEpoch(
                            made("PolynomialLR")
                                    .with("total_iters", or(polynomial.totalIters(), epochs))
                                    .with("power", polynomial.power(), 1),
                            true);
            case ScheduleSpec.Cosine cosine ->
                    byEpoch(
                            made("CosineAnnealingLR")
                                    .with("T_max", or(cosine.tMax(), epochs))
                                    .with("eta_min", cosine.etaMin(), 0),
                            false);
            case ScheduleSpec.CosineWarmRestarts restarts ->
                    byEpoch(
                            made("CosineAnnealingWarmRestarts")
                                    .with("T_0", restarts.t0())
                                    .with("T_mult", restarts.tMult(), 1)
                                    .with("eta_min", restarts.etaMin(), 0),
                            false);
            case ScheduleSpec.OneCycle cycle ->
                    new ScheduleCode(
                            Optional.of(oneCycle(cycle, optimizer, steps).toString()),
                            true,
                            Optional.empty(),
                            cycle.totalSteps(),
                            false);
            case ScheduleSpec.Cyclic cyclic ->
                    new ScheduleCode(
                            Optional.of(cyclic(cyclic, optimizer).toString()),
                            true,
                            Optional.empty(),
                            Optional.empty(),
                            false);
            case ScheduleSpec.ReduceOnPlateau plateau ->
                    new ScheduleCode(
                            Optional.of(plateau(plateau).toString()),
                            false,
                            Optional.of(plateau.figure()),
                            Optional.empty(),
                            false);
        };
    }

    private static ScheduleCode byEpoch(Call made, boolean chains) {
        return new ScheduleCode(
                Optional.of(made.toString()), false, Optional.empty(), Optional.empty(), chains);
    }

    private static Call made(String kind) {
        return Call.of(SCHEDULERS + kind, "optimizer");
    }

    private static String or(Optional<Integer> given, String planned) {
        return given.map(String::valueOf).orElse(planned);
    }

    private static Call oneCycle(
            ScheduleSpec.OneCycle cycle, OptimizerSpec optimizer, String steps) {
        return made("OneCycleLR")
                .with("max_lr", optimizer.learningRate())
                .with("total_steps", or(cycle.totalSteps(), steps))
                .with("pct_start", cycle.pctStart(), 0.3)
                .with(
                        "anneal_strategy",
                        cycle.annealStrategy() == AnnealStrategy.cos ? "\"cos\"" : "\"linear\"",
                        "\"cos\"")
                .with("div_factor", cycle.divFactor(), 25)
                .with("final_div_factor", cycle.finalDivFactor(), 1e4)
                .with("three_phase", cycle.threePhase(), false)
                .with("cycle_momentum", "False");
    }

    private static Call cyclic(ScheduleSpec.Cyclic cyclic, OptimizerSpec optimizer) {
        String mode =
                switch (cyclic.mode()) {
                    case triangular -> "\"triangular\"";
                    case triangular2 -> "\"triangular2\"";
                    case expRange -> "\"exp_range\"";
                };
        Call call =
                made("CyclicLR")
                        .with("base_lr", optimizer.learningRate())
                        .with("max_lr", cyclic.maxLearningRate())
                        .with("step_size_up", cyclic.stepSizeUp(), 2000);
        cyclic.stepSizeDown().ifPresent(down -> call.with("step_size_down", down));
        return call.with("mode", mode, "\"triangular\"")
                .with("gamma", cyclic.gamma(), 1)
                .with("cycle_momentum", "False");
    }

    private static Call plateau(ScheduleSpec.ReduceOnPlateau plateau) {
        return made("ReduceLROnPlateau")
                .with("mode", plateau.figure().isLoss() ? "\"min\"" : "\"max\"", "\"min\"")
                .with("factor", plateau.factor(), 0.1)
                .with("patience", plateau.patience(), 10)
                .with("threshold", plateau.threshold(), 1e-4)
                .with(
                        "threshold_mode",
                        plateau.thresholdMode() == ThresholdMode.rel ? "\"rel\"" : "\"abs\"",
                        "\"rel\"")
                .with("cooldown", plateau.cooldown(), 0)
                .with("min_lr", plateau.minLearningRate(), 0)
                .with("eps", plateau.eps(), 1e-8);
    }

    /** A warm-up that multiplies the rate beside a schedule that does so too; none of one step. */
    static Optional<String> chained(Warmup warmup) {
        return switch (warmup) {
            case Warmup.Linear(int steps) when steps < 2 -> Optional.empty();
            case Warmup.Linear(int steps) ->
                    Optional.of(
                            made("LinearLR")
                                    .with("start_factor", "1 / " + steps)
                                    .with("total_iters", steps - 1)
                                    .toString());
            case Warmup.Constant(int steps, double factor) ->
                    Optional.of(
                            made("ConstantLR")
                                    .with("factor", factor, 1.0 / 3)
                                    .with("total_iters", steps, 5)
                                    .toString());
        };
    }

    /** The factor of step {@code step}. */
    static String factor(Warmup warmup) {
        return switch (warmup) {
            case Warmup.Linear(int steps) -> "min(1, (step + 1) / " + steps + ")";
            case Warmup.Constant(int steps, double factor) ->
                    "%s if step < %d else 1".formatted(Py.number(factor), steps);
        };
    }
}
