package dev.spirallab.spec.data;

import java.util.List;

/** Regression: made-up values of a formula, drawn from a seed. */
public sealed interface FormulaDataset extends DatasetSpec
        permits LinearRegression, PolynomialRegression, OutlierRegression {

    int samples();

    /** Deviation of the normal noise on each value. */
    double noise();

    long seed();

    /** How many inputs the formula has. */
    int width();

    @Override
    default List<Integer> inputShape() {
        return List.of(width());
    }

    @Override
    default Task task() {
        return new Task.Regression(1);
    }

    @Override
    default int size() {
        return samples();
    }
}
