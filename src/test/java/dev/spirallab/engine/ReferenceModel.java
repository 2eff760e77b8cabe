package dev.spirallab.engine;

import dev.spirallab.program.Parameter;
import dev.spirallab.program.Program;
import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.AdaptiveAvgPool2d;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.AvgPool2d;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Conv1d;
import dev.spirallab.spec.graph.Conv2d;
import dev.spirallab.spec.graph.ConvTranspose2d;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Dropout2d;
import dev.spirallab.spec.graph.Embedding;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Glu;
import dev.spirallab.spec.graph.GroupNorm;
import dev.spirallab.spec.graph.Gru;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.InstanceNorm;
import dev.spirallab.spec.graph.LayerNorm;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.Node;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every layer written out as its formula says, in double precision, for one example at a time and
 * as at evaluation: what the engine's outputs are held to.
 */
final class ReferenceModel {
    private final Valid valid;
    private final Map<String, Tensor> parameters = new LinkedHashMap<>();

    ReferenceModel(Valid valid, Program program, float[] parameters, float[] statistics) {
        this.valid = valid;
        program.parameters().forEach(place -> keep(place, parameters));
        program.buffers().forEach(place -> keep(place, statistics));
    }

    private void keep(Parameter place, float[] values) {
        int[] shape = place.shape().stream().mapToInt(Integer::intValue).toArray();
        parameters.put(place.node() + "." + place.name(), Tensor.of(shape, values, place.offset()));
    }

    /** The outputs of all nodes, in the order of the graph. */
    List<Tensor> outputs(float[] row) {
        Map<String, Tensor> outputs = new LinkedHashMap<>();
        for (Node node : valid.order()) {
            List<Tensor> inputs = valid.inputsOf(node.id()).stream().map(outputs::get).toList();
            outputs.put(node.id(), output(node, inputs, row));
        }
        return List.copyOf(outputs.values());
    }

    private Tensor output(Node node, List<Tensor> inputs, float[] row) {
        Weights of = new Weights(node.id());
        Tensor x = inputs.isEmpty() ? example(row) : inputs.getFirst();
        return switch (node.layer()) {
            case Input _ -> x;
            case Linear linear ->
                    ReferenceMaps.linear(x, of.get("weight"), of.get("bias"))
                            .map(ReferenceMaps.function(linear.activation()));
            case Maxout maxout ->
                    ReferenceMaps.maxout(
                            maxout, ReferenceMaps.linear(x, of.get("weight"), of.get("bias")));
            case Conv1d conv -> ReferenceImages.convolved(conv, x, of);
            case Conv2d conv -> ReferenceImages.convolved(conv, x, of);
            case ConvTranspose2d conv -> ReferenceImages.convolved(conv, x, of);
            case MaxPool2d pool -> ReferenceImages.max(pool, x);
            case AvgPool2d pool -> ReferenceImages.mean(pool, x);
            case AdaptiveAvgPool2d pool -> ReferenceImages.adaptive(pool.outputSize(), x);
            case GlobalAvgPool _ -> ReferenceImages.adaptive(1, x.image()).as(x.shape()[0]);
            case Activation activation -> x.map(ReferenceMaps.function(activation.function()));
            case PRelu _ -> ReferenceMaps.prelu(x, of.get("weight"));
            case RRelu rrelu -> {
                double slope = (rrelu.lower() + rrelu.upper()) / 2;
                yield x.map(v -> v > 0 ? v : slope * v);
            }
            case Glu glu -> ReferenceMaps.glu(x, glu.dim());
            case Softmax softmax -> ReferenceMaps.softmax(x, softmax.dim());
            case LogSoftmax softmax -> ReferenceMaps.softmax(x, softmax.dim()).map(Math::log);
            case BatchNorm norm -> ReferenceMaps.batchNorm(norm, x, of);
            case LayerNorm norm -> ReferenceMaps.layerNorm(norm, x, of);
            case GroupNorm norm -> ReferenceMaps.groupNorm(norm.numGroups(), norm.eps(), x, of);
            case InstanceNorm norm -> ReferenceMaps.groupNorm(x.shape()[0], norm.eps(), x, of);
            case Dropout _, Dropout2d _ -> x;
            case Rnn rnn -> ReferenceSequences.recurrent(rnn, x, of);
            case Gru gru -> ReferenceSequences.recurrent(gru, x, of);
            case Lstm lstm -> ReferenceSequences.recurrent(lstm, x, of);
            case Embedding _ -> ReferenceSequences.embedding(x, of.get("weight"));
            case PositionalEncoding _ -> ReferenceSequences.positions(x);
            case MultiHeadAttention attention ->
                    ReferenceSequences.attention(attention, inputs, of);
            case Add _ -> ReferenceMaps.folded(inputs, Double::sum);
            case Multiply _ -> ReferenceMaps.folded(inputs, (a, b) -> a * b);
            case Concat concat -> ReferenceMaps.concat(inputs, concat.dim());
            case Flatten _ -> x.as(x.values().length);
            case Reshape _ -> x.as(shape(node));
            case Transpose transpose ->
                    ReferenceMaps.transposed(x, transpose.dim0() - 1, transpose.dim1() - 1);
            case Upsample upsample -> ReferenceImages.enlarged(upsample, x);
        };
    }

    private Tensor example(float[] row) {
        return Tensor.of(shape(valid.input()), row, 0);
    }

    private int[] shape(Node node) {
        return Objects.requireNonNull(valid.shapes().get(node.id())).dimensions().stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The parameters and statistics of one node. */
    final class Weights {
        private final String node;

        private Weights(String node) {
            this.node = node;
        }

        boolean has(String name) {
            return parameters.containsKey(node + "." + name);
        }

        Tensor get(String name) {
            return Objects.requireNonNull(parameters.get(node + "." + name), name);
        }
    }
}
