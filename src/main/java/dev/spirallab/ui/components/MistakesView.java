package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import dev.spirallab.frame.Mistakes;
import java.util.List;
import java.util.Optional;

/**
 * The examples that the model does worst on, as the run's newest frame has them: images, rows of a
 * table or points of the plane. While it is given a run, the model is asked for them.
 */
@Tag("mistakes-view")
@JsModule("./evaluation/mistakes-view.ts")
public class MistakesView extends RunComponent {
    private List<String> names = List.of();
    private Optional<Mistakes.Cell> cell = Optional.empty();

    /** Shows all examples again when its reader says so. */
    public MistakesView() {
        getElement().addEventListener("cell-left", _ -> cell = Optional.empty());
    }

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
     * @param cell of the confusion matrix whose examples are shown; empty: all examples
     */
    public void setCell(Optional<Mistakes.Cell> cell) {
        this.cell = requireNonNull(cell, "cell");
        // By a call: the reader may have left the cell meanwhile, and chooses it again.
        getElement().executeJs("this.cell = $0", cell.map(JacksonUtils::beanToJson).orElse(null));
    }

    /**
     * @return the cell whose examples are shown
     */
    public Optional<Mistakes.Cell> getCell() {
        return cell;
    }
}
