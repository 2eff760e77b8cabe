package dev.spirallab.dataset;

import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.LinearRegression;
import dev.spirallab.spec.data.OutlierRegression;
import dev.spirallab.spec.data.PolynomialRegression;
import java.util.List;
import java.util.SplittableRandom;

/** Examples of a formula, inputs from N(0, 1). */
final class Formulas {
    private final Noise inputs;
    private final Noise noise;

    private Formulas(FormulaDataset spec, SplittableRandom random) {
        inputs = new Noise(random.split(), 1);
        noise = new Noise(random.split(), spec.noise());
    }

    static Sample sample(FormulaDataset spec, SplittableRandom random) {
        return new Formulas(spec, random).sample(spec);
    }

    private Sample sample(FormulaDataset spec) {
        Matrix points =
                new Matrix(spec.samples(), spec.width(), new float[spec.samples() * spec.width()]);
        Matrix values = new Matrix(spec.samples(), 1, new float[spec.samples()]);
        for (int row = 0; row < spec.samples(); row++) {
            double value =
                    switch (spec) {
                        case LinearRegression(var weights, var bias, _, _, _, _) ->
                                line(weights, bias, points, row);
                        case PolynomialRegression(var coefficients, _, _, _, _) ->
                                polynomial(coefficients, points, row);
                        case OutlierRegression outliers ->
                                line(outliers.weights(), outliers.bias(), points, row)
                                        + outlier(outliers);
                    };
            values.set(row, 0, (float) (value + noise.next()));
        }
        return new Sample(points, new Targets.Values(values));
    }

    private double line(List<Double> weights, double bias, Matrix points, int row) {
        double sum = bias;
        for (int column = 0; column < weights.size(); column++) {
            double x = inputs.next();
            points.set(row, column, (float) x);
            sum += weights.get(column) * x;
        }
        return sum;
    }

    private double polynomial(List<Double> coefficients, Matrix points, int row) {
        double x = inputs.next();
        double power = 1;
        double sum = coefficients.getFirst();
        for (int degree = 1; degree < coefficients.size(); degree++) {
            power *= x;
            points.set(row, degree - 1, (float) power);
            sum += coefficients.get(degree) * power;
        }
        return sum;
    }

    private double outlier(OutlierRegression spec) {
        boolean far = inputs.uniform(0, 1) < spec.outlierShare();
        double size = spec.outlierSize() * inputs.uniform(0.5, 1.5);
        return far ? size : 0;
    }
}
