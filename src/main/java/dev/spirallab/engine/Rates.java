package dev.spirallab.engine;

import dev.spirallab.spec.training.AnnealStrategy;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.ScheduleSpec.Cosine;
import dev.spirallab.spec.training.ScheduleSpec.CosineWarmRestarts;
import dev.spirallab.spec.training.ScheduleSpec.Cyclic;
import dev.spirallab.spec.training.ScheduleSpec.OneCycle;
import dev.spirallab.spec.training.ScheduleSpec.Polynomial;
import dev.spirallab.spec.training.ScheduleSpec.ReduceOnPlateau;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.Optional;

/**
 * The learning rate of each step, by PyTorch's formulas. The same on every machine.
 *
 * @param plannedEpochs what schedules end with that name no end of their own
 * @param plannedSteps the same in steps
 */
record Rates(ScheduleSpec schedule, Optional<Warmup> warmup, int plannedEpochs, long plannedSteps) {

    /**
     * @param examples that are learnt from
     */
    static Rates of(TrainingSpec spec, int examples) {
        return new Rates(
                spec.schedule(),
                spec.warmup(),
                spec.plannedEpochs(examples),
                spec.plannedSteps(examples));
    }

    /**
     * @param base the optimiser's rate
     * @param epoch finished epochs
     * @param step finished steps
     * @param reductions how often the rate was lowered because a figure did not improve
     */
    double at(double base, long epoch, long step, int reductions) {
        return scheduled(base, epoch, step, reductions) * warmth(step);
    }

    private double scheduled(double base, long epoch, long step, int reductions) {
        return switch (schedule) {
            case ScheduleSpec.Constant _ -> base;
            case ScheduleSpec.Step(int every, double gamma) ->
                    base * power(gamma, Math.floorDiv(epoch, every));
            case ScheduleSpec.MultiStep(var milestones, double gamma) ->
                    base * power(gamma, milestones.stream().filter(m -> m <= epoch).count());
            case ScheduleSpec.Exponential(double gamma) -> base * power(gamma, epoch);
            case Polynomial polynomial -> base * polynomial(polynomial, epoch);
            case Cosine(Optional<Integer> tMax, double floor) ->
                    cosine(base, floor, (double) epoch, tMax.orElse(plannedEpochs));
            case CosineWarmRestarts restarts -> restarting(restarts, base, epoch);
            case OneCycle cycle -> base * oneCycle(cycle, step);
            case Cyclic cyclic -> cyclic(cyclic, base, step);
            case ReduceOnPlateau plateau -> reduced(plateau, base, reductions);
        };
    }

    private static double power(double gamma, long exponent) {
        return StrictMath.pow(gamma, (double) exponent);
    }

    private double polynomial(Polynomial polynomial, long epoch) {
        double end = polynomial.totalIters().orElse(plannedEpochs);
        return StrictMath.pow(1 - Math.min((double) epoch, end) / end, polynomial.power());
    }

    /** From {@code from} to {@code to} while {@code done} goes from 0 to {@code all}. */
    private static double cosine(double from, double to, double done, double all) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * done / all)) / 2;
    }

    private static double restarting(CosineWarmRestarts restarts, double base, long epoch) {
        long period = restarts.t0();
        long since = epoch;
        if (restarts.tMult() == 1) {
            since %= period;
        }
        while (since >= period) {
            since -= period;
            period *= restarts.tMult();
        }
        return cosine(base, restarts.etaMin(), (double) since, (double) period);
    }

    /** As a multiple of the highest rate. */
    private double oneCycle(OneCycle cycle, long step) {
        double first = 1 / cycle.divFactor();
        double last = first / cycle.finalDivFactor();
        double total = cycle.totalSteps().map(Integer::doubleValue).orElse((double) plannedSteps);
        double top = cycle.pctStart() * total - 1;
        double end = total - 1;
        double now = Math.min((double) step, end);
        if (now <= top) {
            return anneal(cycle, first, 1, now / top);
        }
        if (!cycle.threePhase()) {
            return anneal(cycle, 1, last, (now - top) / (end - top));
        }
        double bottom = 2 * cycle.pctStart() * total - 2;
        return now <= bottom
                ? anneal(cycle, 1, first, (now - top) / (bottom - top))
                : anneal(cycle, first, last, (now - bottom) / (end - bottom));
    }

    /**
     * @param part how much of the way is done; not a number where the way has no length
     */
    private static double anneal(OneCycle cycle, double from, double to, double part) {
        double done = Double.isNaN(part) ? 1 : part;
        return cycle.annealStrategy() == AnnealStrategy.cos
                ? cosine(from, to, done, 1)
                : from + (to - from) * done;
    }

    private static double cyclic(Cyclic cyclic, double base, long step) {
        long up = cyclic.stepSizeUp();
        long down = cyclic.stepSizeDown().map(Integer::longValue).orElse(up);
        long cycle = step / (up + down);
        double since = (double) (step % (up + down));
        double height = since <= up ? since / (double) up : (up + down - since) / (double) down;
        double scale =
                switch (cyclic.mode()) {
                    case triangular -> 1;
                    case triangular2 -> power(0.5, cycle);
                    case expRange -> power(cyclic.gamma(), step);
                };
        return base + (cyclic.maxLearningRate() - base) * height * scale;
    }

    /** A rate below the lowest from the first stays as it is. */
    static double reduced(ReduceOnPlateau plateau, double base, int reductions) {
        double lower = base * power(plateau.factor(), reductions);
        return reductions == 0 ? base : Math.max(lower, plateau.minLearningRate());
    }

    private double warmth(long step) {
        return warmup.map(kind -> warmth(kind, step)).orElse(1.0);
    }

    private static double warmth(Warmup warmup, long step) {
        return switch (warmup) {
            case Warmup.Linear(int steps) -> Math.min(1, (step + 1.0) / steps);
            case Warmup.Constant(int steps, double factor) -> step < steps ? factor : 1;
        };
    }
}
