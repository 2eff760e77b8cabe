package dev.spirallab.export;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;

/**
 * A model and its numbers.
 *
 * @param tensors parameters, in the order of the graph, and then running statistics
 */
public record Trained(Valid valid, List<NodeTensor> tensors) {
    public Trained {
        tensors = List.copyOf(tensors);
    }

    float[] values(String node, String name) {
        return tensors.stream()
                .filter(tensor -> tensor.node().equals(node) && tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(node + " has no " + name))
                .values();
    }
}
