package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.spirallab.engine.Edit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * The numbers of one layer of the model, as the run's newest frame has them: links drawn by weight,
 * a matrix, or filters and what the layer makes of an example. While it is given a run, the model
 * is asked for them.
 */
@Tag("weights-view")
@JsModule("./inside/weights-view.ts")
public class WeightsView extends RunComponent {
    private static final String DETAIL = "event.detail";

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

    /**
     * @param editable whether numbers may be set by hand
     */
    public void setEditable(boolean editable) {
        getElement().setProperty("editable", editable);
    }

    /**
     * @return whether numbers may be set by hand
     */
    public boolean isEditable() {
        return getElement().getProperty("editable", false);
    }

    /**
     * @param node id of the layer to show; one without numbers changes nothing
     */
    public void choose(String node) {
        getElement().callJsFunction("choose", requireNonNull(node, "node"));
    }

    /**
     * @param listener hears of each number that is set, as long as they may be
     */
    public void addEditListener(Consumer<Edit> listener) {
        getElement()
                .addEventListener(
                        "weight-set",
                        event -> {
                            if (isEditable()) {
                                edit(event.getEventData().path(DETAIL)).ifPresent(listener);
                            }
                        })
                .addEventData(DETAIL);
    }

    /** Nothing where somebody tampered with it. */
    private static Optional<Edit> edit(JsonNode detail) {
        try {
            return Optional.of(
                    new Edit(
                            detail.path("node").asString(""),
                            detail.path("name").asString(""),
                            detail.path("index").asInt(-1),
                            (float) detail.path("value").asDouble(Double.NaN)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
