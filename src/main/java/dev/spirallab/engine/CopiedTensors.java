package dev.spirallab.engine;

import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Parameters and running statistics one by one. */
final class CopiedTensors {
    private CopiedTensors() {}

    /**
     * @param parameters all of them, as flat as they lie
     * @param buffers the same
     */
    static List<NodeTensor> of(Program program, float[] parameters, float[] buffers) {
        return Stream.concat(
                        tensors(program.parameters(), parameters),
                        tensors(program.buffers(), buffers))
                .toList();
    }

    private static Stream<NodeTensor> tensors(List<Parameter> places, float... values) {
        return places.stream()
                .map(place ->
                        new NodeTensor(
                                place.node(),
                                place.name(),
                                place.shape(),
                                Arrays.copyOfRange(
                                        values, place.offset(), place.offset() + place.size())));
    }

    /**
     * The other way round.
     *
     * @throws IllegalArgumentException if one is missing, or of another shape
     */
    static float[] flat(List<Parameter> places, int count, List<NodeTensor> tensors) {
        float[] values = new float[count];
        for (Parameter place : places) {
            NodeTensor own =
                    tensors.stream()
                            .filter(tensor -> isOf(place, tensor))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            place.node() + " lacks its " + place.name()));
            System.arraycopy(own.values(), 0, values, place.offset(), place.size());
        }
        return values;
    }

    private static boolean isOf(Parameter place, NodeTensor tensor) {
        return tensor.node().equals(place.node())
                && tensor.name().equals(place.name())
                && tensor.shape().equals(place.shape());
    }
}
