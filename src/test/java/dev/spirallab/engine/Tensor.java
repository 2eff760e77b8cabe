package dev.spirallab.engine;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** One example's numbers, the last dimension running fastest. */
@SuppressWarnings("ArrayRecordComponent") // of a test
record Tensor(int[] shape, double[] values) {

    static Tensor zeros(int... shape) {
        return new Tensor(shape, new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)]);
    }

    static Tensor of(int[] shape, float[] values, int from) {
        Tensor tensor = zeros(shape);
        for (int i = 0; i < tensor.values.length; i++) {
            tensor.values[i] = values[from + i];
        }
        return tensor;
    }

    int rank() {
        return shape.length;
    }

    int last() {
        return shape[shape.length - 1];
    }

    double at(int... place) {
        return values[index(place)];
    }

    void set(double value, int... place) {
        values[index(place)] = value;
    }

    void add(double value, int... place) {
        values[index(place)] += value;
    }

    private int index(int... place) {
        int index = 0;
        for (int i = 0; i < shape.length; i++) {
            index = index * shape[i] + place[i];
        }
        return index;
    }

    /** Where number {@code index} stands. */
    int[] place(int index) {
        int[] place = new int[shape.length];
        int rest = index;
        for (int i = shape.length - 1; i >= 0; i--) {
            place[i] = rest % shape[i];
            rest /= shape[i];
        }
        return place;
    }

    Tensor as(int... other) {
        return new Tensor(other, values);
    }

    Tensor map(DoubleUnaryOperator function) {
        return new Tensor(shape, Arrays.stream(values).map(function).toArray());
    }

    /** As an image: a sequence is one pixel high. */
    Tensor image() {
        return rank() == 2 ? as(shape[0], 1, shape[1]) : this;
    }
}
