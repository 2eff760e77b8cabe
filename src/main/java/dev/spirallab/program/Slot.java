package dev.spirallab.program;

import java.util.List;

/** A parameter or running statistic that a layer asks for. */
record Slot(String name, List<Integer> shape, Start start, boolean regularized) {
    static Slot weight(List<Integer> shape, Start start) {
        return new Slot("weight", shape, start, true);
    }

    static Slot plain(String name, int size, Start start) {
        return new Slot(name, List.of(size), start, false);
    }

    /** Of a norm layer, which begins by changing nothing. */
    static List<Slot> scaleAndShift(List<Integer> shape) {
        return List.of(
                new Slot("weight", shape, new Start.Constant(1), false),
                new Slot("bias", shape, new Start.Constant(0), false));
    }
}
