package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/**
 * What goes on in each layer of the model, as the run's newest frame has it: how weights, gradients
 * and activations spread, the gradient's length, how far steps go, dead units, and the learning
 * rate. While it is given a run, the model is asked for it.
 */
@Tag("layers-view")
@JsModule("./charts/layers-view.ts")
public class LayersView extends RunComponent {
    private Map<String, String> names = Map.of();

    /**
     * @param names of the layers by their nodes' ids; those that have none are called by their id
     */
    public void setNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
        getElement().setPropertyMap("names", this.names);
    }

    /**
     * @return the names of the layers
     */
    public Map<String, String> getNames() {
        return names;
    }
}
