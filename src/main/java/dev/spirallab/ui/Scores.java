package dev.spirallab.ui;

import dev.spirallab.run.Sweep.Point;
import dev.spirallab.run.Sweep.Variant;
import dev.spirallab.spec.training.Figure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How the variants of a sweep do by one figure, as they are now. */
record Scores(List<Variant> variants, Figure figure) {

    /** Of a variant; empty before it was looked at, and where it diverged. */
    OptionalDouble of(int variant) {
        Variant one = variants.get(variant);
        return one.diverged() || one.points().isEmpty()
                ? OptionalDouble.empty()
                : finite(value(one.points().getLast()));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    double value(Point point) {
        return point.evaluation().figure(figure);
    }

    /** The first of the best. */
    Optional<Integer> best() {
        return IntStream.range(0, variants.size())
                .filter(i -> of(i).isPresent())
                .boxed()
                .max(
                        Comparator.comparingDouble(this::goodness)
                                .thenComparing(Comparator.reverseOrder()));
    }

    /** The larger the better. */
    private double goodness(int variant) {
        double value = of(variant).orElse(0);
        return figure.isLoss() ? -value : value;
    }

    /** From 0 for the worst to 1 for the best, by rank: one bad loss would hide all differences. */
    double heat(int variant) {
        if (of(variant).isEmpty()) {
            return 0;
        }
        double own = goodness(variant);
        long known = IntStream.range(0, variants.size()).filter(i -> of(i).isPresent()).count();
        long worse =
                IntStream.range(0, variants.size())
                        .filter(i -> of(i).isPresent() && goodness(i) < own)
                        .count();
        return known < 2 ? 1 : (double) worse / (double) (known - 1);
    }

    /** Loss with four digits, accuracy in percent. */
    static String text(Figure figure, double value) {
        return figure.isLoss()
                ? String.format(Locale.ROOT, value < 100 ? "%.4f" : "%.3g", value)
                : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }
}
