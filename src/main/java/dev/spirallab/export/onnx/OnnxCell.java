package dev.spirallab.export.onnx;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.ModelNames;
import dev.spirallab.validation.TensorShape;
import java.util.List;
import java.util.Map;

/**
 * A layer on its way into the graph.
 *
 * @param node its id
 * @param inputs names of what it takes
 * @param shapes of that
 * @param shape of what it gives
 * @param tensors its parameters and running statistics by their own names
 */
record OnnxCell(
        String node,
        List<String> inputs,
        List<TensorShape> shapes,
        TensorShape shape,
        Map<String, NodeTensor> tensors,
        ModelNames names,
        OnnxGraph graph) {

    String x() {
        return inputs.getFirst();
    }

    TensorShape in() {
        return shapes.getFirst();
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    NodeTensor own(String tensor) {
        NodeTensor found = tensors.get(tensor);
        if (found == null) {
            throw new IllegalArgumentException(node + " has no " + tensor);
        }
        return found;
    }

    /** A parameter as it is. */
    String put(String tensor) {
        NodeTensor own = own(tensor);
        return graph.tensor(names.of(own), own.shape(), own.values());
    }

    /** {@code x -> [-1, dimensions...]} */
    String reshape(String x, List<Integer> dimensions) {
        List<Integer> batch = new java.util.ArrayList<>(List.of(-1));
        batch.addAll(dimensions);
        return graph.add("Reshape", List.of(x, graph.wholes(batch)));
    }

    String transpose(String x, Integer... order) {
        return graph.add("Transpose", List.of(x), OnnxGraph.Setting.wholes("perm", List.of(order)));
    }
}
