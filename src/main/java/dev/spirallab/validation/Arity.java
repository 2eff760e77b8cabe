package dev.spirallab.validation;

import dev.spirallab.spec.Inputs;
import dev.spirallab.spec.graph.LayerSpec;

/** How many inputs a layer takes, both ends included. */
record Arity(int min, int max) {
    static Arity of(LayerSpec layer) {
        Inputs inputs = layer.getClass().getAnnotation(Inputs.class);
        return inputs == null ? new Arity(1, 1) : new Arity(inputs.min(), inputs.max());
    }
}
