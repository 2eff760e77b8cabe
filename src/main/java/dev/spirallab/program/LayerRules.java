package dev.spirallab.program;

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
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.LogSoftmax;
import dev.spirallab.spec.graph.Lstm;
import dev.spirallab.spec.graph.MaxPool2d;
import dev.spirallab.spec.graph.Maxout;
import dev.spirallab.spec.graph.MultiHeadAttention;
import dev.spirallab.spec.graph.Multiply;
import dev.spirallab.spec.graph.PRelu;
import dev.spirallab.spec.graph.PositionalEncoding;
import dev.spirallab.spec.graph.RRelu;
import dev.spirallab.spec.graph.Reshape;
import dev.spirallab.spec.graph.Rnn;
import dev.spirallab.spec.graph.Softmax;
import dev.spirallab.spec.graph.Transpose;
import dev.spirallab.spec.graph.Upsample;
import dev.spirallab.validation.TensorShape;
import java.util.List;

/** Which rule serves which layer. */
final class LayerRules {
    private LayerRules() {}

    /**
     * @param inputs the shapes of what the layer takes
     */
    static LayerRule of(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape in = inputs.isEmpty() ? new TensorShape(List.of()) : inputs.getFirst();
        return switch (layer) {
            case Input _ -> new InputRule();
            case Linear linear -> new LinearRule(linear, in.along(-1));
            case Maxout maxout -> new MaxoutRule(maxout, in.along(-1));
            case Conv1d conv -> new ConvolutionRule(conv, in);
            case Conv2d conv -> new ConvolutionRule(conv, in);
            case ConvTranspose2d conv -> new ConvolutionRule(conv, in);
            case MaxPool2d pool -> new MaxPool2dRule(pool);
            case AvgPool2d pool -> new AvgPool2dRule(pool);
            case AdaptiveAvgPool2d pool -> new AdaptiveAvgPool2dRule(pool.outputSize());
            case GlobalAvgPool _ -> new GlobalAvgPoolRule(in);
            case Activation activation -> new ActivationRule(activation.function());
            case PRelu prelu -> new PReluRule(prelu.numParameters(), in.rank() + 1);
            case RRelu rrelu -> new RReluRule(rrelu);
            case Glu glu -> new GluRule(glu.dim());
            case Softmax softmax -> new SoftmaxRule(softmax.dim());
            case LogSoftmax softmax -> new LogSoftmaxRule(softmax.dim());
            case BatchNorm norm -> new BatchNormRule(norm, in);
            case LayerNorm norm -> new LayerNormRule(norm, in);
            case GroupNorm norm ->
                    new GroupNormRule(norm.numGroups(), norm.eps(), norm.affine(), in);
            case InstanceNorm norm -> new GroupNormRule(in.width(), norm.eps(), norm.affine(), in);
            case Dropout dropout -> new DropoutRule(dropout.p());
            case Dropout2d dropout -> new Dropout2dRule(dropout.p(), in);
            case Rnn rnn -> new RecurrentRule(rnn, in.along(-1));
            case Gru gru -> new RecurrentRule(gru, in.along(-1));
            case Lstm lstm -> new RecurrentRule(lstm, in.along(-1));
            case Embedding embedding -> new EmbeddingRule(embedding);
            case PositionalEncoding _ -> new PositionalEncodingRule(in);
            case MultiHeadAttention attention -> new AttentionRule(attention, inputs);
            case Add _ -> new AddRule();
            case Multiply _ -> new MultiplyRule();
            case Concat concat -> new ConcatRule(concat.dim());
            case Flatten _ -> new FlattenRule();
            case Reshape _ -> new ReshapeRule();
            case Transpose transpose -> new TransposeRule(transpose);
            case Upsample upsample -> new UpsampleRule(upsample);
        };
    }
}
