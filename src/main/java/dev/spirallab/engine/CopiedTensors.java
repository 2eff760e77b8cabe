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
}
