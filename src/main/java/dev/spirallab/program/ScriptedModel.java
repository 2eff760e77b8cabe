package dev.spirallab.program;

import dev.spirallab.validation.ValidationResult.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A model with its numbers as a TorchScript file of its own: {@code forward} takes a batch of
 * examples and gives the outputs of the last layer, as in evaluation.
 */
public final class ScriptedModel {
    private ScriptedModel() {}

    /**
     * @param values of a parameter or running statistic, row-major
     * @return a file that {@code torch.jit.load} and DJL read
     */
    public static byte[] archive(Valid valid, Function<Parameter, float[]> values) {
        Network network = Network.of(valid);
        List<Archive.Attribute> attributes = new ArrayList<>();
        network.parameters()
                .forEach(place -> attributes.add(attribute(network, place, values, true)));
        network.buffers()
                .forEach(place -> attributes.add(attribute(network, place, values, false)));
        return Archive.of(forward(network, attributes), attributes, false);
    }

    private static Archive.Attribute attribute(
            Network network, Parameter place, Function<Parameter, float[]> values, boolean learnt) {
        return new Archive.Attribute(
                network.variable(place), place.shape(), values.apply(place), learnt);
    }

    private static String forward(Network network, List<Archive.Attribute> attributes) {
        Code code = new Code();
        code.block(
                "def forward(self: " + Archive.MODULE + ", X: Tensor) -> Tensor:",
                () -> {
                    attributes.forEach(each -> code.let(each.name(), "self." + each.name()));
                    code.let("P", "X");
                    code.let(network.input().name(), "X");
                    network.forward(Pass.EVALUATION, code);
                    code.line("return " + network.output().name());
                });
        return code.text();
    }
}
