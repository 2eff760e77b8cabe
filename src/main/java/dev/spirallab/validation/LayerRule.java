package dev.spirallab.validation;

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
import java.util.List;

/**
 * What each layer does to shapes and what it costs; with the class its arm leads to, that is all
 * that validation knows of it.
 */
final class LayerRule {
    private LayerRule() {}

    /**
     * @param inputs one or more for every layer but the input, whose one shape is the data set's
     */
    static Outcome infer(LayerSpec layer, List<TensorShape> inputs) {
        TensorShape in = inputs.getFirst();
        return switch (layer) {
            case Input _ -> Outcome.plain(in, 0);
            case Linear linear -> DenseRules.linear(linear, in);
            case Activation activation -> Outcome.plain(in, DenseRules.cost(activation.function()));
            case Conv1d conv -> ConvolutionRules.slide(conv, in);
            case Conv2d conv -> ConvolutionRules.slide(conv, in);
            case ConvTranspose2d conv -> ConvolutionRules.slide(conv, in);
            case MaxPool2d pool -> PoolingRules.max(pool, in);
            case AvgPool2d pool -> PoolingRules.mean(pool, in);
            case AdaptiveAvgPool2d pool -> PoolingRules.adaptive(pool, in);
            case GlobalAvgPool pool -> PoolingRules.global(pool, in);
            case BatchNorm norm -> NormRules.batch(norm, in);
            case Dropout _ -> Outcome.plain(in, 2);
            case Add _ -> MergeRules.add(inputs);
            case Concat _ -> MergeRules.concat(inputs);
            case Flatten _ -> ShapeRules.flatten(in);
        };
    }
}
