package dev.spirallab.export.python;

import dev.spirallab.spec.graph.FanMode;
import dev.spirallab.spec.graph.Initial;
import dev.spirallab.spec.graph.InitializerSpec;
import dev.spirallab.spec.graph.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** First values in PyTorch; {@code $} stands for the module. */
final class InitialCode {
    private InitialCode() {}

    /**
     * @param shape of the weight where the given values are written in fewer dimensions, or empty
     */
    static List<String> of(
            Optional<Initial> given,
            Optional<InitializerSpec> weight,
            Optional<InitializerSpec> bias,
            List<Integer> shape) {
        List<String> lines = new ArrayList<>();
        Optional<List<List<Double>>> weights = given.flatMap(Initial::weight);
        Optional<List<Double>> biases = given.flatMap(Initial::bias);
        weights.ifPresentOrElse(
                rows -> lines.add(assignment("weight", matrix(rows) + view(shape))),
                () -> weight.ifPresent(kind -> lines.add(of(kind, "$.weight"))));
        biases.ifPresentOrElse(
                row -> lines.add(assignment("bias", "torch.tensor(" + Py.reals(row) + ")")),
                () -> bias.ifPresent(kind -> lines.add(of(kind, "$.bias"))));
        return lines;
    }

    private static String assignment(String parameter, String tensor) {
        return "$.%s = nn.Parameter(%s)".formatted(parameter, tensor);
    }

    private static String matrix(List<List<Double>> rows) {
        return rows.stream()
                .map(Py::reals)
                .collect(Collectors.joining(", ", "torch.tensor([", "])"));
    }

    private static String view(List<Integer> shape) {
        return shape.isEmpty()
                ? ""
                : shape.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", ".view(", ")"));
    }

    private static String of(InitializerSpec kind, String tensor) {
        Call call =
                switch (kind) {
                    case InitializerSpec.Zeros _ -> Call.of("nn.init.zeros_", tensor);
                    case InitializerSpec.Ones _ -> Call.of("nn.init.ones_", tensor);
                    case InitializerSpec.Constant constant ->
                            Call.of("nn.init.constant_", tensor, Py.number(constant.value()));
                    case InitializerSpec.Uniform uniform ->
                            Call.of("nn.init.uniform_", tensor)
                                    .with("a", uniform.a(), 0)
                                    .with("b", uniform.b(), 1);
                    case InitializerSpec.Normal normal ->
                            Call.of("nn.init.normal_", tensor)
                                    .with("mean", normal.mean(), 0)
                                    .with("std", normal.std(), 1);
                    case InitializerSpec.TruncatedNormal normal ->
                            Call.of("nn.init.trunc_normal_", tensor)
                                    .with("mean", normal.mean(), 0)
                                    .with("std", normal.std(), 1)
                                    .with("a", normal.a(), -2)
                                    .with("b", normal.b(), 2);
                    case InitializerSpec.XavierUniform xavier ->
                            Call.of("nn.init.xavier_uniform_", tensor)
                                    .with("gain", xavier.gain(), 1);
                    case InitializerSpec.XavierNormal xavier ->
                            Call.of("nn.init.xavier_normal_", tensor)
                                    .with("gain", xavier.gain(), 1);
                    case InitializerSpec.KaimingUniform kaiming ->
                            kaiming(
                                    Call.of("nn.init.kaiming_uniform_", tensor),
                                    kaiming.a(),
                                    kaiming.mode(),
                                    kaiming.nonlinearity());
                    case InitializerSpec.KaimingNormal kaiming ->
                            kaiming(
                                    Call.of("nn.init.kaiming_normal_", tensor),
                                    kaiming.a(),
                                    kaiming.mode(),
                                    kaiming.nonlinearity());
                    case InitializerSpec.Orthogonal orthogonal ->
                            Call.of("nn.init.orthogonal_", tensor)
                                    .with("gain", orthogonal.gain(), 1);
                };
        return call.toString();
    }

    private static Call kaiming(Call call, double a, FanMode mode, Nonlinearity nonlinearity) {
        return call.with("a", a, 0)
                .with("mode", mode == FanMode.fanIn ? "\"fan_in\"" : "\"fan_out\"", "\"fan_in\"")
                .with("nonlinearity", Py.string(name(nonlinearity)), "\"leaky_relu\"");
    }

    private static String name(Nonlinearity nonlinearity) {
        return switch (nonlinearity) {
            case linear -> "linear";
            case sigmoid -> "sigmoid";
            case tanh -> "tanh";
            case relu -> "relu";
            case leakyRelu -> "leaky_relu";
            case selu -> "selu";
        };
    }
}
