package dev.spirallab.program;

import dev.spirallab.spec.graph.Activation;
import dev.spirallab.spec.graph.Add;
import dev.spirallab.spec.graph.BatchNorm;
import dev.spirallab.spec.graph.Concat;
import dev.spirallab.spec.graph.Dropout;
import dev.spirallab.spec.graph.Flatten;
import dev.spirallab.spec.graph.Input;
import dev.spirallab.spec.graph.LayerSpec;
import dev.spirallab.spec.graph.Linear;
import dev.spirallab.validation.TensorShape;
import java.util.List;

/** Which rule serves which layer. */
final class LayerRules {
    private LayerRules() {}

    /**
     * @param inputs the shapes of what the layer takes
     */
    static LayerRule of(LayerSpec layer, List<TensorShape> inputs) {
        return switch (layer) {
            case Input _ -> new InputRule();
            case Linear linear -> new LinearRule(linear, inputs.getFirst().width());
            case Activation activation -> new ActivationRule(activation.function());
            case Dropout dropout -> new DropoutRule(dropout.p());
            case BatchNorm norm -> new BatchNormRule(norm, inputs.getFirst().width());
            case Add _ -> new AddRule();
            case Concat _ -> new ConcatRule();
            case Flatten _ -> new FlattenRule();
        };
    }
}
