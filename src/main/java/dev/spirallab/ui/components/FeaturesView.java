package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;

/**
 * What a layer puts out for examples of the test part, in two dimensions (principal components or
 * t-SNE), worked out in the browser when its reader asks for it. While it is given a run, the model
 * may be asked for outputs.
 */
@Tag("features-view")
@NpmPackage(value = "@saehrimnir/druidjs", version = "0.7.3")
@JsModule("./evaluation/features-view.ts")
public class FeaturesView extends RunComponent {
    private List<String> names = List.of();
    private List<Layer> layers = List.of();

    /**
     * A layer that can be chosen.
     *
     * @param node its id
     * @param name in the reader's words
     * @param usual whether it is shown unless another is chosen
     */
    public record Layer(String node, String name, boolean usual) {}

    /**
     * @param names of the classes, in order; none: they are called by their numbers
     */
    public void setNames(List<String> names) {
        this.names = List.copyOf(names);
        getElement().setPropertyList("names", this.names);
    }

    /**
     * @return the names of the classes
     */
    public List<String> getNames() {
        return names;
    }

    /**
     * @param layers that can be chosen, in order
     */
    public void setLayers(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        getElement().setPropertyList("layers", this.layers);
    }

    /**
     * @return the layers that can be chosen
     */
    public List<Layer> getLayers() {
        return layers;
    }
}
