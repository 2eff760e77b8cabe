package dev.spirallab.export.python;

import dev.spirallab.export.Lines;
import dev.spirallab.spec.data.FormulaDataset;
import dev.spirallab.spec.data.LinearRegression;
import dev.spirallab.spec.data.OutlierRegression;
import dev.spirallab.spec.data.PolynomialRegression;

/** Values of a formula: the same one, other random numbers. */
record FormulaCode(FormulaDataset dataset) implements DataCode {

    @Override
    public void functions(Lines code) {
        code.add(generator()).blank().blank();
        if (dataset.testSize() > 0) {
            DataCode.split(code, dataset.task());
        }
    }

    private String generator() {
        return switch (dataset) {
            case LinearRegression _ ->
                    """
                    def line(samples, noise, weights, bias):
                        \"""y = x w + b + noise N(0, 1), x from N(0, 1).\"""
                        inputs = torch.randn(samples, len(weights))
                        targets = inputs @ torch.tensor(weights).unsqueeze(1) + bias
                        return inputs, targets + noise * torch.randn(samples, 1)
                    """;
            case PolynomialRegression _ ->
                    """
                    def polynomial(samples, noise, coefficients):
                        \"""y = c0 + c1 x + c2 x^2 + ... + noise N(0, 1), x from N(0, 1); the model is
                        shown x, x^2, ...\"""
                        powers = torch.randn(samples, 1) ** torch.arange(len(coefficients))
                        targets = powers @ torch.tensor(coefficients).unsqueeze(1)
                        return powers[:, 1:], targets + noise * torch.randn(samples, 1)
                    """;
            case OutlierRegression _ ->
                    """
                    def line_with_outliers(samples, noise, weights, bias, share, size):
                        \"""y = x w + b + noise N(0, 1), x from N(0, 1); that share of the values is too
                        large, in the mean by that size.\"""
                        inputs = torch.randn(samples, len(weights))
                        targets = inputs @ torch.tensor(weights).unsqueeze(1) + bias
                        far = torch.rand(samples, 1) < share
                        targets += far * size * (0.5 + torch.rand(samples, 1))
                        return inputs, targets + noise * torch.randn(samples, 1)
                    """;
        };
    }

    @Override
    public void load(Lines code, LossCode.Targets targets) {
        code.add("torch.manual_seed(" + dataset.seed() + ")");
        code.add("inputs, targets = " + call());
        code.add(DataCode.parted(dataset));
    }

    private Call call() {
        return switch (dataset) {
            case LinearRegression line ->
                    call("line")
                            .with("weights", Py.reals(line.weights()))
                            .with("bias", line.bias());
            case PolynomialRegression polynomial ->
                    call("polynomial").with("coefficients", Py.reals(polynomial.coefficients()));
            case OutlierRegression line ->
                    call("line_with_outliers")
                            .with("weights", Py.reals(line.weights()))
                            .with("bias", line.bias())
                            .with("share", line.outlierShare())
                            .with("size", line.outlierSize());
        };
    }

    private Call call(String function) {
        return Call.of(function).with("samples", dataset.samples()).with("noise", dataset.noise());
    }
}
