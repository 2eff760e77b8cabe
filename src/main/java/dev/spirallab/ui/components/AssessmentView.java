package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.spirallab.frame.Mistakes;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * How the model does on the test part, as the run's newest frame has it: a confusion matrix with
 * precision, recall, F1 and AUC of each class, or the answers against the true values. While it is
 * given a run, the model is asked for it.
 */
@Tag("assessment-view")
@JsModule("./charts/assessment-view.ts")
public class AssessmentView extends RunComponent {
    private List<String> names = List.of();

    /**
     * @param names of the classes, in order; none: they are called by their numbers
     */
    public void setNames(List<String> names) {
        this.names = List.copyOf(names);
        getElement().setPropertyList("names", this.names);
    }

    /**
     * Lets people choose a cell of the confusion matrix.
     *
     * @param listener hears of each
     */
    public void addCellChosenListener(Consumer<Mistakes.Cell> listener) {
        requireNonNull(listener, "listener");
        getElement().setProperty("choosable", true);
        getElement()
                .addEventListener(
                        "cell-chosen",
                        event -> {
                            JsonNode cell = event.getEventData().path("event.detail");
                            listener.accept(
                                    new Mistakes.Cell(
                                            cell.path("truth").asInt(-1),
                                            cell.path("answer").asInt(-1)));
                        })
                .addEventData("event.detail");
    }

    /**
     * @return the names of the classes
     */
    public List<String> getNames() {
        return names;
    }
}
