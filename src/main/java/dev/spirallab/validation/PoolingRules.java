package dev.spirallab.validation;

import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.MaxPool2d;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers that make images smaller. */
final class PoolingRules {
    private PoolingRules() {}

    static Outcome max(MaxPool2d pool, TensorShape in) {
        int stride = pool.stride().orElse(pool.kernelSize());
        Outcome outcome =
                slide(
                        pool,
                        new Window(pool.kernelSize(), stride, pool.padding(), pool.dilation()),
                        in);
        // the place of each maximum is kept too, as a number of 64 bits
        return new Outcome(
                outcome.shape(), 0, outcome.flops(), 3 * outcome.buffers(), outcome.flaws());
    }

    static Outcome mean(AvgPool2d pool, TensorShape in) {
        int stride = pool.stride().orElse(pool.kernelSize());
        return slide(pool, new Window(pool.kernelSize(), stride, pool.padding(), 1), in);
    }

    private static Outcome slide(LayerSpec pool, Window window, TensorShape in) {
        List<Flaw> unfit = Ranks.IMAGE.flaws(pool, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        List<Flaw> flaws = new ArrayList<>(padding(pool, window));
        if (flaws.isEmpty()) {
            flaws.addAll(window.flaws(pool, in));
        }
        List<Integer> dimensions = new ArrayList<>(List.of(in.width()));
        in.dimensions().stream()
                .skip(1)
                .forEach(size -> dimensions.add(Outcome.dimension(window.steps(size))));
        TensorShape out = new TensorShape(dimensions);
        flaws.addAll(Outcome.tooWide(out.size()));
        return Outcome.plain(out, (long) window.kernelSize() * window.kernelSize()).but(flaws);
    }

    /** More than half a kernel would make windows of nothing but padding. */
    private static List<Flaw> padding(LayerSpec pool, Window window) {
        int most = window.kernelSize() / 2;
        return window.padding() <= most
                ? List.of()
                : List.of(
                        Flaw.of(
                                        "pool.padding",
                                        pool,
                                        "padding",
                                        Map.of("max", String.valueOf(most)))
                                .remedied(pool, "padding", most));
    }

    static Outcome adaptive(AdaptiveAvgPool2d pool, TensorShape in) {
        List<Flaw> unfit = Ranks.IMAGE.flaws(pool, in);
        if (!unfit.isEmpty()) {
            return Outcome.unknown(unfit);
        }
        TensorShape out = TensorShape.of(in.width(), pool.outputSize(), pool.outputSize());
        return Outcome.of(out, 0, Count.plus(in.size(), out.size()), out.size())
                .but(Outcome.tooWide(out.size()));
    }

    static Outcome global(GlobalAvgPool pool, TensorShape in) {
        List<Flaw> unfit = Ranks.CHANNELS.flaws(pool, in);
        return unfit.isEmpty()
                ? Outcome.of(TensorShape.of(in.width()), 0, in.size(), in.width())
                : Outcome.unknown(unfit);
    }
}
