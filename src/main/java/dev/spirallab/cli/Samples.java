package dev.spirallab.cli;

import java.util.ArrayList;
import java.util.List;

/** Measurements of one thing: their median and their spread. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
        values.sort(null);
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.getFirst();
    }

    double greatest() {
        return values.getLast();
    }
}
