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
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.GlobalAvgPool;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.spec.graph.MaxPool2d;
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
            case Linear linear -> new LinearRule(linear, in.dimensions().getLast());
            case Activation activation -> new ActivationRule(activation.function());
            case Conv1d conv -> new ConvolutionRule(conv, in);
            case Conv2d conv -> new ConvolutionRule(conv, in);
            case ConvTranspose2d conv -> new ConvolutionRule(conv, in);
            case MaxPool2d pool -> new MaxPool2dRule(pool);
            case AvgPool2d pool -> new AvgPool2dRule(pool);
            case AdaptiveAvgPool2d pool -> new AdaptiveAvgPool2dRule(pool.outputSize());
            case GlobalAvgPool _ -> new GlobalAvgPoolRule(in);
            case Dropout dropout -> new DropoutRule(dropout.p());
            case BatchNorm norm -> new BatchNormRule(norm, in);
            case Add _ -> new AddRule();
            case Concat _ -> new ConcatRule();
            case Flatten _ -> new FlattenRule();
        };
    }
}
