package dev.spirallab.export.onnx;

import dev.spirallab.export.onnx.OnnxGraph.Setting;
import dev.spirallab.spec.graph.Function;
import java.util.List;

/** Activation functions as ONNX operations. */
final class OnnxFunctions {
    private OnnxFunctions() {}

    static String add(Function function, String x, OnnxGraph graph) {
        return switch (function) {
            case identity -> x;
            case relu -> graph.add("Relu", List.of(x));
            case leakyRelu -> graph.add("LeakyRelu", List.of(x), Setting.real("alpha", 0.01));
            case elu -> graph.add("Elu", List.of(x));
            case selu ->
                    graph.add(
                            "Selu",
                            List.of(x),
                            Setting.real("alpha", 1.6732632423543772),
                            Setting.real("gamma", 1.0507009873554805));
            case gelu -> gelu(x, graph);
            case silu -> graph.add("Mul", List.of(x, graph.add("Sigmoid", List.of(x))));
            case sigmoid -> graph.add("Sigmoid", List.of(x));
            case tanh -> graph.add("Tanh", List.of(x));
            case softplus -> graph.add("Softplus", List.of(x));
            case softsign -> graph.add("Softsign", List.of(x));
            case celu -> graph.add("Celu", List.of(x));
            case mish -> graph.add("Mish", List.of(x));
            case relu6 -> graph.add("Clip", List.of(x, graph.scalar(0), graph.scalar(6)));
            case hardtanh -> graph.add("Clip", List.of(x, graph.scalar(-1), graph.scalar(1)));
            case hardsigmoid ->
                    graph.add(
                            "HardSigmoid",
                            List.of(x),
                            Setting.real("alpha", 1.0 / 6),
                            Setting.real("beta", 0.5));
            case hardswish -> graph.add("HardSwish", List.of(x));
            case logSigmoid ->
                    graph.add(
                            "Neg",
                            List.of(graph.add("Softplus", List.of(graph.add("Neg", List.of(x))))));
            case tanhshrink -> graph.add("Sub", List.of(x, graph.add("Tanh", List.of(x))));
        };
    }

    /** {@code x (1 + erf(x / sqrt(2))) / 2} */
    private static String gelu(String x, OnnxGraph graph) {
        String scaled = graph.add("Mul", List.of(x, graph.scalar(Math.sqrt(0.5))));
        String raised =
                graph.add("Add", List.of(graph.add("Erf", List.of(scaled)), graph.scalar(1)));
        return graph.add("Mul", List.of(graph.add("Mul", List.of(x, raised)), graph.scalar(0.5)));
    }
}
