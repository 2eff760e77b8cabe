package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.training.AnnealStrategy;
import dev.spirallab.spec.training.ScheduleSpec;
import dev.spirallab.spec.training.ThresholdMode;
import dev.spirallab.spec.training.TrainingSpec;
import dev.spirallab.spec.training.Warmup;
import java.util.ArrayList;
import java.util.List;

/** The learning rate in Java. */
record DjlRate(TrainingSpec training, int examples) {

    /**
     * @param tracked whether an optimiser of DJL asks for it
     */
    void define(boolean tracked, Lines code) {
        if (tracked) {
            code.add("/** The learning rate of each step; DJL counts them from 1. */");
            code.add("static final Tracker RATE = update -> (float) rate(update - 1);");
            code.blank();
        }
        String rate = rate();
        code.braces(
                "static double rate(int step)",
                () -> {
                    code.addIf(
                            rate.contains("epoch") || restarts(),
                            "int epoch = step / STEPS_PER_EPOCH;");
                    if (training.schedule() instanceof ScheduleSpec.CosineWarmRestarts again
                            && restarts()) {
                        code.add("int length = " + again.t0() + ";");
                        code.braces(
                                "while (epoch >= length)",
                                () -> {
                                    code.add("epoch -= length;");
                                    code.add("length *= " + again.tMult() + ";");
                                });
                    }
                    code.add("return " + rate + ";");
                });
        code.blank();
        if (training.schedule() instanceof ScheduleSpec.ReduceOnPlateau plateau) {
            plateau(plateau, code);
        }
    }

    /** Whether the times between restarts change. */
    private boolean restarts() {
        return training.schedule() instanceof ScheduleSpec.CosineWarmRestarts again
                && again.tMult() != 1;
    }

    private void plateau(ScheduleSpec.ReduceOnPlateau plateau, Lines code) {
        boolean loss = plateau.figure().isLoss();
        String margin =
                plateau.thresholdMode() == ThresholdMode.rel
                        ? "best * (1 %s %s)"
                                .formatted(loss ? "-" : "+", J.real(plateau.threshold()))
                        : "best %s %s".formatted(loss ? "-" : "+", J.real(plateau.threshold()));
        code.add("static double reduced = " + J.real(training.optimizer().learningRate()) + ";");
        code.add("static double best = " + J.worst(plateau.figure()) + ";");
        code.add("static int since = 0;");
        code.addIf(plateau.cooldown() > 0, "static int cooldown = 0;");
        code.blank();
        code.add("/** Lowers the rate where the figure no longer improves. */");
        code.braces(
                "static void look(double figure)",
                () -> {
                    code.add("since++;");
                    code.braces(
                            "if (figure %s %s)".formatted(loss ? "<" : ">", margin),
                            () -> code.add("best = figure;").add("since = 0;"));
                    if (plateau.cooldown() > 0) {
                        code.braces(
                                "if (cooldown > 0)",
                                () -> code.add("cooldown--;").add("since = 0;"));
                    }
                    code.braces(
                            "if (since > " + plateau.patience() + ")",
                            () -> {
                                code.add(
                                        "double lower = Math.max(reduced * %s, %s);"
                                                .formatted(
                                                        J.real(plateau.factor()),
                                                        J.real(plateau.minLearningRate())));
                                code.add(
                                        "reduced = reduced - lower > %s ? lower : reduced;"
                                                .formatted(J.real(plateau.eps())));
                                code.addIf(
                                        plateau.cooldown() > 0,
                                        "cooldown = " + plateau.cooldown() + ";");
                                code.add("since = 0;");
                            });
                });
        code.blank();
    }

    /** The rate of a step, {@code step} counted from 0 and {@code epoch} worked out from it. */
    private String rate() {
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
                    case ScheduleSpec.CosineWarmRestarts restarts ->
                            cosine(
                                    base,
                                    J.real(restarts.etaMin()),
                                    restarts()
                                            ? "(double) epoch / length"
                                            : "epoch %% %d / %d.0"
                                                    .formatted(restarts.t0(), restarts.t0()));
                    case ScheduleSpec.OneCycle cycle -> oneCycle(cycle, base);
                    case ScheduleSpec.Cyclic cyclic -> cyclic(cyclic, base);
                    case ScheduleSpec.ReduceOnPlateau _ -> "reduced";
                };
        return training.warmup().map(kind -> warmed(scheduled, kind)).orElse(scheduled);
    }

    /** From one rate to another while {@code done} goes from 0 to 1. */
    private static String cosine(String from, String to, String done) {
        return "%s + (%s - %s) * (1 + Math.cos(Math.PI * (%s))) / 2".formatted(to, from, to, done);
    }

    /** From one phase's last step to the next's. */
    private record Phase(double end, double from, double to) {}

    private String oneCycle(ScheduleSpec.OneCycle cycle, String base) {
        double total =
                cycle.totalSteps()
                        .map(Integer::doubleValue)
                        .orElse((double) training.plannedSteps(examples));
        double top = cycle.pctStart() * total - 1;
        double first = 1 / cycle.divFactor();
        double last = first / cycle.finalDivFactor();
        List<Phase> phases = new ArrayList<>(List.of(new Phase(top, first, 1)));
        if (cycle.threePhase()) {
            phases.add(new Phase(2 * cycle.pctStart() * total - 2, 1, first));
            phases.add(new Phase(total - 1, first, last));
        } else {
            phases.add(new Phase(total - 1, 1, last));
        }
        String rate = "";
        double begin = 0;
        for (Phase phase : phases) {
            boolean isLast = phase.equals(phases.getLast());
            if (isLast) {
                rate += part(cycle, phase, begin, "Math.min(step, " + J.real(phase.end()) + ")");
            } else if (phase.end() >= 0) {
                String part = part(cycle, phase, begin, "step");
                rate += "step <= " + J.real(phase.end()) + " ? " + part + " : ";
            }
            begin = phase.end();
        }
        return base + " * (" + rate + ")";
    }

    /** One without a step between its ends is at its last from the first. */
    private static String part(
            ScheduleSpec.OneCycle cycle, Phase phase, double begin, String step) {
        double length = phase.end() - begin;
        return length == 0
                ? J.real(phase.to())
                : annealed(
                        cycle,
                        phase.from(),
                        phase.to(),
                        "(%s - %s) / %s".formatted(step, J.real(begin), J.real(length)));
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
}
