package dev.spirallab.export.python;

import dev.spirallab.spec.graph.Function;

/** Activation functions in PyTorch. */
final class FunctionCode {
    private FunctionCode() {}

    static String of(Function function, String x) {
        return switch (function) {
            case identity -> x;
            case relu -> "torch.relu(" + x + ")";
            case leakyRelu -> "F.leaky_relu(" + x + ")";
            case elu -> "F.elu(" + x + ")";
            case selu -> "F.selu(" + x + ")";
            case gelu -> "F.gelu(" + x + ")";
            case silu -> "F.silu(" + x + ")";
            case sigmoid -> "torch.sigmoid(" + x + ")";
            case tanh -> "torch.tanh(" + x + ")";
            case softplus -> "F.softplus(" + x + ")";
            case softsign -> "F.softsign(" + x + ")";
            case celu -> "F.celu(" + x + ")";
            case mish -> "F.mish(" + x + ")";
            case relu6 -> "F.relu6(" + x + ")";
            case hardtanh -> "F.hardtanh(" + x + ")";
            case hardsigmoid -> "F.hardsigmoid(" + x + ")";
            case hardswish -> "F.hardswish(" + x + ")";
            case logSigmoid -> "F.logsigmoid(" + x + ")";
            case tanhshrink -> "F.tanhshrink(" + x + ")";
        };
    }
}
