package dev.spirallab.ui.walk;

import dev.spirallab.engine.Glance;
import dev.spirallab.engine.Walk.Place;
import dev.spirallab.spec.graph.Function;

/** A function of each number by itself. */
record ActivationReasoning(Spot spot, Function function) implements Reasoning {

    private Place before() {
        return new Place(spot.input(), spot.visit().inputGradients().getFirst());
    }

    @Override
    public String value(int k) {
        Glance input = spot.input();
        return input.knows(k)
                ? Activations.value(function, "x", before(), spot.visit().output(), k)
                : "";
    }

    @Override
    public String input(int which, int k) {
        return Activations.slope(function, "x", before(), spot.visit().output(), k);
    }
}
