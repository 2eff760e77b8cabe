package dev.spirallab.program;

import dev.spirallab.spec.graph.Function;

/**
 * An activation function and its derivative in TorchScript. {@code {x}} stands for the input,
 * {@code {y}} for the output, {@code {g}} for the output's gradient.
 *
 * @param value {@code f(x)}
 * @param derivative {@code g f'(x)}
 */
record FunctionText(String value, String derivative) {
    private static final String SELU_ALPHA = "1.6732632423543772848170429916717";
    private static final String SELU_SCALE = "1.0507009873554804934193349852946";

    static FunctionText of(Function function) {
        return switch (function) {
            case identity -> new FunctionText("{x}", "{g}");
            case relu ->
                    new FunctionText("torch.relu({x})", "torch.threshold_backward({g}, {y}, 0)");
            case leakyRelu ->
                    new FunctionText(
                            "torch.leaky_relu({x}, 0.01)",
                            "torch.leaky_relu_backward({g}, {y}, 0.01, True)");
            case elu ->
                    new FunctionText(
                            "torch.elu({x})", "torch.elu_backward({g}, 1., 1., 1., True, {y})");
            case selu ->
                    new FunctionText(
                            "torch.selu({x})",
                            "torch.elu_backward({g}, %s, %s, 1., True, {y})"
                                    .formatted(SELU_ALPHA, SELU_SCALE));
            case gelu -> new FunctionText("torch.gelu({x})", "torch.gelu_backward({g}, {x})");
            case silu -> new FunctionText("torch.silu({x})", "torch.silu_backward({g}, {x})");
            case sigmoid ->
                    new FunctionText("torch.sigmoid({x})", "torch.sigmoid_backward({g}, {y})");
            case tanh -> new FunctionText("torch.tanh({x})", "torch.tanh_backward({g}, {y})");
            case softplus ->
                    new FunctionText(
                            "torch.softplus({x})", "torch.softplus_backward({g}, {x}, 1., 20.)");
            case softsign ->
                    new FunctionText(
                            "torch.div({x}, torch.add(torch.abs({x}), 1))",
                            "torch.div({g}, torch.square(torch.add(torch.abs({x}), 1)))");
            case celu ->
                    new FunctionText(
                            "torch.celu({x})", "torch.elu_backward({g}, 1., 1., 1., True, {y})");
            case mish -> new FunctionText("torch.mish({x})", "torch.mish_backward({g}, {x})");
            case relu6 ->
                    new FunctionText("torch.relu6({x})", "torch.hardtanh_backward({g}, {x}, 0, 6)");
            case hardtanh ->
                    new FunctionText(
                            "torch.hardtanh({x})", "torch.hardtanh_backward({g}, {x}, -1, 1)");
            case hardsigmoid ->
                    new FunctionText(
                            "torch.hardsigmoid({x})", "torch.hardsigmoid_backward({g}, {x})");
            case hardswish ->
                    new FunctionText("torch.hardswish({x})", "torch.hardswish_backward({g}, {x})");
            case logSigmoid ->
                    new FunctionText(
                            "torch.log_sigmoid({x})",
                            "torch.mul({g}, torch.sigmoid(torch.neg({x})))");
            case tanhshrink ->
                    new FunctionText(
                            "torch.sub({x}, torch.tanh({x}))",
                            "torch.mul({g}, torch.square(torch.tanh({x})))");
        };
    }

    String value(String x) {
        return value.replace("{x}", x);
    }

    /** {@code f(x)} written over x, which the derivative must not need. */
    String valueInPlace(String x) {
        return value(x).replaceFirst("\\(", "_(");
    }

    String derivative(String gradient, String x, String y) {
        return derivative.replace("{g}", gradient).replace("{x}", x).replace("{y}", y);
    }

    boolean derivativeNeedsInput() {
        return derivative.contains("{x}");
    }
}
