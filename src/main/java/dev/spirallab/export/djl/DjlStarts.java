package dev.spirallab.export.djl;

import dev.spirallab.export.Lines;
import dev.spirallab.program.Parameter;
import dev.spirallab.program.ProgramGenerator;
import dev.spirallab.program.Start;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.Recurrent;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What parameters begin with, drawn as PyTorch draws them, in DJL. */
final class DjlStarts {
    private final List<Parameter> parameters;

    DjlStarts(Valid valid) {
        parameters = ProgramGenerator.generate(valid).parameters();
    }

    /**
     * @param name of its block
     */
    void write(Node node, String name, Lines code) {
        switch (node.layer()) {
            case BatchNorm _, LayerNorm _, GroupNorm _, InstanceNorm _ -> {}
            case Recurrent _ ->
                    code.add(
                            "%s.setInitializer(%s, each -> true);"
                                    .formatted(name, text(of(node).getFirst().start())));
            case LayerSpec _ ->
                    of(node).forEach(parameter ->
                            code.add(
                                    "%s.setInitializer(%s, \"%s\");"
                                            .formatted(
                                                    name,
                                                    text(parameter.start()),
                                                    parameter.name())));
        }
    }

    private List<Parameter> of(Node node) {
        return parameters.stream().filter(each -> each.node().equals(node.id())).toList();
    }

    private static String text(Start start) {
        return switch (start) {
            case Start.Constant(double value) -> "new ConstantInitializer(" + J.single(value) + ")";
            case Start.Uniform(double low, double high) ->
                    "uniform(%s, %s)".formatted(J.single(low), J.single(high));
            case Start.Normal(double mean, double std) ->
                    "normal(%s, %s)".formatted(J.single(mean), J.single(std));
            case Start.TruncatedNormal(double mean, double std, double low, double high) ->
                    "truncated(%s, %s, %s, %s)"
                            .formatted(J.real(mean), J.real(std), J.real(low), J.real(high));
            case Start.Orthogonal(_, _, double gain) -> "orthogonal(" + J.real(gain) + ")";
            case Start.Given(float[] values) ->
                    IntStream.range(0, values.length)
                            .mapToObj(i -> Float.toString(values[i]))
                            .collect(
                                    Collectors.collectingAndThen(
                                            Collectors.joining(", "),
                                            row -> "given(" + Rows.text(List.of(row)) + ")"));
        };
    }
}
