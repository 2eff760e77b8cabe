package dev.spirallab.spec.training;

import dev.spirallab.spec.Advanced;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Kind;
import dev.spirallab.spec.Label;
import dev.spirallab.spec.Measure;
import dev.spirallab.spec.Quantity;
import dev.spirallab.spec.Range;
import dev.spirallab.spec.Size;
import java.util.List;
import java.util.Optional;

/**
 * How the learning rate changes; names, formulas and defaults are those of PyTorch's {@code
 * lr_scheduler}. {@code rate} is the optimiser's learning rate, e counts finished epochs and s
 * finished steps, both from 0. As PyTorch documents for each, {@link OneCycle} and {@link Cyclic}
 * count in steps, all others in epochs. What "without it" is the end, is the planned end.
 */
public sealed interface ScheduleSpec {

    /** {@code rate} */
    @Kind("constant")
    record Constant() implements ScheduleSpec {}

    /** {@code rate gamma^floor(e / stepSize)} */
    @Kind("step")
    record Step(
            @Default("30") @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS) int stepSize,
            @Default("0.1") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) double gamma)
            implements ScheduleSpec {}

    /** {@code rate gamma^(number of milestones <= e)} */
    @Kind("multiStep")
    record MultiStep(
            @Default("[30, 80]")
                    @Size(min = 1, max = 100)
                    @Range(min = 1, max = 10_000_000)
                    @Measure(Quantity.EPOCHS)
                    List<Integer> milestones,
            @Default("0.1") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) double gamma)
            implements ScheduleSpec {
        public MultiStep {
            milestones = List.copyOf(milestones);
        }
    }

    /** {@code rate gamma^e} */
    @Kind("exponential")
    record Exponential(
            @Default("0.99") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) double gamma)
            implements ScheduleSpec {}

    /**
     * {@code rate (1 - min(e, totalIters) / totalIters)^power}; without totalIters, the number of
     * epochs planned.
     */
    @Kind("polynomial")
    record Polynomial(
            @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS)
                    Optional<Integer> totalIters,
            @Default("1") @Range(min = 0, max = 10) @Measure(Quantity.POWER) double power)
            implements ScheduleSpec {}

    /**
     * {@code etaMin + (rate - etaMin) (1 + cos(pi e / tMax)) / 2} (Loshchilov and Hutter 2016);
     * without tMax, the number of epochs planned.
     */
    @Kind("cosine")
    record Cosine(
            @Range(min = 1, max = 10_000_000) @Measure(Quantity.EPOCHS) Optional<Integer> tMax,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.DECAY) double etaMin)
            implements ScheduleSpec {}

    /**
     * The cosine from the top again after t0 epochs, and after tMult times as many each further
     * time (Loshchilov and Hutter 2016).
     */
    @Kind("cosineWarmRestarts")
    record CosineWarmRestarts(
            @Default("10")
                    @Range(min = 1, max = 10_000_000)
                    @Label("firstPeriod")
                    @Measure(Quantity.EPOCHS)
                    int t0,
            @Default("1") @Range(min = 1, max = 100) @Measure(Quantity.COUNT) int tMult,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.DECAY) double etaMin)
            implements ScheduleSpec {}

    /**
     * Over all steps once up from {@code rate / divFactor} to {@code rate} and down to {@code rate
     * / divFactor / finalDivFactor} (Smith and Topin 2017). PyTorch's {@code max_lr} is the
     * optimiser's rate; momentum does not cycle.
     *
     * @param totalSteps without it, the number of steps planned
     * @param pctStart the share of the steps that the rise takes
     * @param threePhase down to the first rate as fast as up, then on to the last
     */
    @Kind("oneCycle")
    record OneCycle(
            @Range(min = 2, max = 100_000_000) @Measure(Quantity.STEPS)
                    Optional<Integer> totalSteps,
            @Default("0.3") @Range(min = 0, max = 1) @Measure(Quantity.SHARE) double pctStart,
            @Default("\"cos\"") @Advanced AnnealStrategy annealStrategy,
            @Default("25") @Range(min = 1, max = 1e9) @Measure(Quantity.LIMIT) double divFactor,
            @Default("10000") @Range(min = 1, max = 1e12) @Measure(Quantity.LIMIT)
                    double finalDivFactor,
            @Default("false") @Advanced boolean threePhase)
            implements ScheduleSpec {}

    /**
     * Up from {@code rate} to maxLearningRate in stepSizeUp steps and down again in stepSizeDown,
     * over and over (Smith 2015). PyTorch's {@code base_lr} is the optimiser's rate; momentum does
     * not cycle.
     *
     * @param stepSizeDown without it, as many as stepSizeUp
     * @param gamma of mode expRange
     */
    @Kind("cyclic")
    record Cyclic(
            @Default("0.1") @Range(min = 0, max = 1000) @Measure(Quantity.RATE)
                    double maxLearningRate,
            @Default("2000") @Range(min = 1, max = 100_000_000) @Measure(Quantity.STEPS)
                    int stepSizeUp,
            @Range(min = 1, max = 100_000_000) @Measure(Quantity.STEPS)
                    Optional<Integer> stepSizeDown,
            @Default("\"triangular\"") @Label("cyclicMode") CyclicMode mode,
            @Default("1") @Range(min = 0, max = 10) @Measure(Quantity.FACTOR) @Advanced
                    double gamma)
            implements ScheduleSpec {}

    /**
     * {@code factor} times the rate whenever a figure has not improved for more than {@code
     * patience} epochs, but never below minLearningRate. A loss has improved below {@code best (1 -
     * threshold)} (rel) or {@code best - threshold} (abs), an accuracy above {@code best (1 +
     * threshold)} or {@code best + threshold}.
     *
     * @param cooldown epochs after a reduction that do not count
     * @param eps smaller reductions are left out
     */
    @Kind("reduceOnPlateau")
    record ReduceOnPlateau(
            @Default("\"testLoss\"") Figure figure,
            @Default("0.1") @Range(min = 0, max = 0.999999) @Measure(Quantity.FACTOR) double factor,
            @Default("10") @Range(min = 0, max = 1_000_000) @Measure(Quantity.EPOCHS) int patience,
            @Default("0.0001") @Range(min = 0, max = 1e6) @Measure(Quantity.DECAY) @Advanced
                    double threshold,
            @Default("\"rel\"") @Advanced ThresholdMode thresholdMode,
            @Default("0") @Range(min = 0, max = 1_000_000) @Measure(Quantity.EPOCHS) @Advanced
                    int cooldown,
            @Default("0") @Range(min = 0, max = 1000) @Measure(Quantity.DECAY) @Advanced
                    double minLearningRate,
            @Default("1e-8") @Range(min = 0, max = 1) @Measure(Quantity.TINY) @Advanced double eps)
            implements ScheduleSpec {}

    /** The figure that it waits for at the end of each epoch, if it does. */
    default Optional<Figure> watched() {
        return this instanceof ReduceOnPlateau plateau
                ? Optional.of(plateau.figure())
                : Optional.empty();
    }
}
