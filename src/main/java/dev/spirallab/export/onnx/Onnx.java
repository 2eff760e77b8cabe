package dev.spirallab.export.onnx;

import dev.spirallab.engine.NodeTensor;
import dev.spirallab.export.ModelNames;
import dev.spirallab.export.Trained;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.validation.TensorShape;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A trained model as an ONNX file: {@code input} is a batch of examples, {@code output} what the
 * last layer gives, as in evaluation.
 */
public final class Onnx {
    private Onnx() {}

    public static byte[] write(Trained model) {
        Valid valid = model.valid();
        OnnxGraph graph = new OnnxGraph();
        ModelNames names = ModelNames.of(valid);
        Map<String, String> outputs = new HashMap<>();
        for (Node node : valid.order()) {
            List<String> inputs = valid.inputsOf(node.id());
            OnnxCell cell =
                    new OnnxCell(
                            node.id(),
                            inputs.stream().map(outputs::get).toList(),
                            inputs.stream().map(id -> shape(valid, id)).toList(),
                            shape(valid, node.id()),
                            tensors(model, node.id()),
                            names,
                            graph);
            outputs.put(node.id(), OnnxLayers.add(node.layer(), cell));
        }
        String last = Objects.requireNonNull(outputs.get(valid.output().id()));
        return graph.finish(last, shape(valid, valid.output().id()).dimensions());
    }

    private static TensorShape shape(Valid valid, String id) {
        return Objects.requireNonNull(valid.shapes().get(id));
    }

    private static Map<String, NodeTensor> tensors(Trained model, String id) {
        return model.tensors().stream()
                .filter(tensor -> tensor.node().equals(id))
                .collect(Collectors.toMap(NodeTensor::name, tensor -> tensor));
    }
}
