package dev.spirallab.engine;

import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights and biases side by side. Those of a layer that has several, such as {@code weight_ih_l0}
 * and {@code bias_ih_l0}, stand under {@code <node>.ih_l0}.
 */
final class CopiedWeights {
    private static final float[] NONE = {};

    private CopiedWeights() {}

    /**
     * @param values all parameters, as flat as they lie
     */
    static Map<String, Weights> of(Program program, float[] values) {
        Map<String, Weights> weights = new LinkedHashMap<>();
        for (Parameter place : program.parameters()) {
            weights.merge(key(place), single(place, values), CopiedWeights::joined);
        }
        return weights;
    }

    private static String key(Parameter place) {
        String rest = place.name().replaceFirst("_?(weight|bias)_?", "");
        return rest.isEmpty() ? place.node() : place.node() + "." + rest;
    }

    private static Weights single(Parameter place, float[] values) {
        float[] own = Arrays.copyOfRange(values, place.offset(), place.offset() + place.size());
        return place.name().contains("bias")
                ? new Weights(List.of(0), NONE, own)
                : new Weights(place.shape(), own, NONE);
    }

    private static Weights joined(Weights weight, Weights bias) {
        return new Weights(weight.shape(), weight.weight(), bias.bias());
    }
}
