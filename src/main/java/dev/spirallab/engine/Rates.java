package dev.spirallab.engine;

import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.Optional;

/**
 * The learning rate of each step, as a multiple of the base rate and a floor.
 *
 * @param plannedEpochs what cosine ends with, where it names no end of its own
 */
record Rates(ScheduleSpec schedule, Optional<Warmup> warmup, int plannedEpochs) {

    /**
     * @param base the optimiser's rate
     * @param epoch finished epochs
     * @param step finished steps
     */
    double at(double base, long epoch, long step) {
        return scheduled(base, epoch) * warmth(step);
    }

    private double scheduled(double base, long epoch) {
        return switch (schedule) {
            case ScheduleSpec.Constant _ -> base;
            case ScheduleSpec.Step(int every, double gamma) ->
                    base * StrictMath.pow(gamma, (double) Math.floorDiv(epoch, every));
            case ScheduleSpec.Exponential(double gamma) ->
                    base * StrictMath.pow(gamma, (double) epoch);
            case ScheduleSpec.Cosine(Optional<Integer> tMax, double floor) ->
                    floor + (base - floor) * cosine(epoch, tMax.orElse(plannedEpochs));
        };
    }

    private static double cosine(long epoch, int end) {
        return (1 + StrictMath.cos(StrictMath.PI * (double) epoch / end)) / 2;
    }

    private double warmth(long step) {
        return warmup.map(kind -> warmth(kind, step)).orElse(1.0);
    }

    private static double warmth(Warmup warmup, long step) {
        return switch (warmup) {
            case Warmup.Linear(int steps) -> Math.min(1, (step + 1.0) / steps);
        };
    }
}
