package dev.spirallab.engine;

import dev.spirallab.spec.training.ScheduleSpec.ReduceOnPlateau;
import dev.spirallab.spec.training.ThresholdMode;

/**
 * What a schedule that waits for a figure remembers; PyTorch's ReduceLROnPlateau.
 *
 * @param best value seen; an accuracy counts as a loss of its opposite
 * @param bad epochs since then that count
 * @param cooldown epochs that do not count yet
 * @param reductions so far
 */
record Plateau(double best, int bad, int cooldown, int reductions) {
    static final Plateau BEGINNING = new Plateau(Double.POSITIVE_INFINITY, 0, 0, 0);

    /**
     * After the end of an epoch.
     *
     * @param base the optimiser's rate
     */
    Plateau after(Evaluation evaluation, ReduceOnPlateau rule, double base) {
        double value = evaluation.figure(rule.figure());
        double badness = rule.figure().isLoss() ? value : -value;
        boolean better = improves(badness, rule);
        int cooled = Math.max(0, cooldown - 1);
        int counted = better || cooldown > 0 ? 0 : bad + 1;
        double best = better ? badness : best();
        return counted > rule.patience()
                ? new Plateau(best, 0, rule.cooldown(), lowered(rule, base))
                : new Plateau(best, counted, cooled, reductions);
    }

    private boolean improves(double badness, ReduceOnPlateau rule) {
        double margin =
                rule.thresholdMode() == ThresholdMode.rel
                        ? (rule.figure().isLoss() ? best : -best) * rule.threshold()
                        : rule.threshold();
        return Double.isInfinite(best) ? !Double.isNaN(badness) : badness < best - margin;
    }

    private int lowered(ReduceOnPlateau rule, double base) {
        double now = Rates.reduced(rule, base, reductions);
        double next = Math.max(now * rule.factor(), rule.minLearningRate());
        return now - next > rule.eps() ? reductions + 1 : reductions;
    }
}
