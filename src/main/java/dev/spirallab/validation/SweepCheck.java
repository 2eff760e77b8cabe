package dev.spirallab.validation;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.Axis;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.ValidationResult.Invalid;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges sweeps, from cheap checks to dear ones. */
record SweepCheck(Validator validator, Limits limits) {
    /** So many variants fit on a page. */
    private static final int MOST_VARIANTS = 64;

    private static final int MOST_AXES = 2;

    SweepResult check(SweepSpec sweep) {
        Optional<Problem> flaw = flaw(sweep);
        return flaw.isPresent() ? new SweepResult.Unsound(List.of(flaw.get())) : variants(sweep);
    }

    private static Optional<Problem> flaw(SweepSpec sweep) {
        List<Axis> axes = sweep.axes();
        if (axes.isEmpty() || axes.size() > MOST_AXES) {
            return problem("sweep.axes", Map.of());
        }
        if (axes.stream().map(Axis::name).distinct().count() < axes.size()) {
            return problem("sweep.twice", Map.of("setting", axes.getFirst().name()));
        }
        for (Axis axis : axes) {
            if (!axis.fits(sweep.base())) {
                return problem("sweep.missing", Map.of("setting", axis.name()));
            }
            if (axis.values().isEmpty()) {
                return problem("sweep.empty", Map.of("setting", axis.name()));
            }
        }
        return sweep.size() <= MOST_VARIANTS
                ? Optional.empty()
                : problem(
                        "sweep.tooMany",
                        Map.of(
                                "have", Long.toString(sweep.size()),
                                "max", Integer.toString(MOST_VARIANTS)));
    }

    private SweepResult variants(SweepSpec sweep) {
        List<Valid> valid = new ArrayList<>();
        for (Experiment variant : sweep.variants()) {
            switch (validator.validate(variant)) {
                case Valid sound -> valid.add(sound);
                case Invalid invalid -> {
                    return new SweepResult.Unsound(invalid.problems());
                }
            }
        }
        return tooLarge(valid)
                .<SweepResult>map(problem -> new SweepResult.Unsound(List.of(problem)))
                .orElseGet(() -> new SweepResult.Sound(sweep, valid));
    }

    /** All of them are in memory at once, their data only once. */
    private Optional<Problem> tooLarge(List<Valid> variants) {
        long data = Budget.ofData(variants.getFirst().experiment().dataset());
        long bytes =
                variants.stream()
                        .mapToLong(each -> each.budget().bytes() - data)
                        .reduce(data, Count::plus);
        return bytes <= limits.bytes()
                ? Optional.empty()
                : problem(
                        "sweep.tooLarge",
                        Map.of("have", megabytes(bytes), "max", megabytes(limits.bytes())));
    }

    private static String megabytes(long bytes) {
        return Long.toString(Math.ceilDiv(bytes, 1L << 20));
    }

    private static Optional<Problem> problem(String code, Map<String, String> arguments) {
        return Optional.of(Problem.of(code, "", arguments));
    }
}
