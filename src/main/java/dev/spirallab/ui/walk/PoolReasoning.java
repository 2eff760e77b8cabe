package dev.spirallab.ui.walk;

import static dev.spirallab.ui.walk.Tex.equation;

import dev.spirallab.engine.Glance;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The greatest number of each window, or the mean.
 *
 * @param window of number k of the output
 * @param count what the sum is divided by, where that is not how many places there are; else 0
 */
record PoolReasoning(Spot spot, boolean greatest, IntFunction<Window> window, int count)
        implements Reasoning {

    static PoolReasoning sliding(
            Spot spot, boolean greatest, int side, int stride, int padding, int dilation) {
        Window.Map out = Window.Map.of(spot.output().shape());
        return new PoolReasoning(
                spot,
                greatest,
                k ->
                        Window.square(
                                k / out.area(),
                                k % out.area() / out.width() * stride - padding,
                                k % out.width() * stride - padding,
                                side,
                                dilation),
                greatest ? 0 : side * side);
    }

    /** As PyTorch parts what does not divide evenly. */
    static PoolReasoning adaptive(Spot spot) {
        Window.Map out = Window.Map.of(spot.output().shape());
        Window.Map in = Window.Map.of(spot.input().shape());
        return new PoolReasoning(
                spot,
                false,
                k -> {
                    int row = k % out.area() / out.width();
                    int column = k % out.width();
                    return new Window(
                            k / out.area(),
                            row * in.height() / out.height(),
                            column * in.width() / out.width(),
                            Math.ceilDiv((row + 1) * in.height(), out.height()),
                            Math.ceilDiv((column + 1) * in.width(), out.width()),
                            1);
                },
                0);
    }

    static PoolReasoning global(Spot spot) {
        Window.Map in = Window.Map.of(spot.input().shape());
        return new PoolReasoning(
                spot, false, k -> new Window(k, 0, 0, in.height(), in.width(), 1), 0);
    }

    @Override
    public String value(int k) {
        Glance output = spot.output();
        List<Integer> places = window.apply(k).places(spot.input());
        String left = Tex.at("y", output.shape(), k);
        String listed = Window.listed(places, spot.input(), greatest ? ", " : " + ");
        if (listed.isEmpty()) {
            return "";
        }
        int divisor = count == 0 ? places.size() : count;
        return equation(
                left,
                greatest
                        ? "\\max\\left(" + listed + "\\right)"
                        : "\\frac{1}{" + divisor + "} \\left(" + listed + "\\right)",
                output.head()[k]);
    }
}
