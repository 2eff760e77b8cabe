package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import dev.spirallab.dataset.Dataset;
import dev.spirallab.dataset.Field;
import dev.spirallab.dataset.Form;
import dev.spirallab.dataset.Pixels;
import dev.spirallab.spec.data.ImageDataset.Frame;
import java.util.List;
import java.util.Optional;

/**
 * An example that its reader makes up, and what the running model says of it: a point of the plane,
 * a row of a table, a drawing or an image. While it is given a run, the model is asked again as it
 * learns.
 */
@Tag("own-input")
@JsModule("./evaluation/own-input.ts")
public class OwnInput extends RunComponent {
    private static final List<Cell> PLACE =
            List.of(new Cell("x1", List.of(), ""), new Cell("x2", List.of(), ""));
    private List<String> names = List.of();

    /**
     * A cell to be typed.
     *
     * @param options the words that there are; none for a number
     * @param usual what stands there at first
     */
    public record Cell(String name, List<String> options, String usual) {
        private static final double DIGITS = 1e-4;

        static Cell of(Field field) {
            return switch (field) {
                case Field.Numeric(String name, _, double scale, double mean, _) ->
                        new Cell(name, List.of(), Form.typed(mean, DIGITS * Math.abs(scale)));
                case Field.Choice(String name, List<String> options, int usual, _) ->
                        new Cell(name, options, options.get(usual));
            };
        }
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
     * @param dataset whose examples can be made up; empty: nothing can
     */
    public void setData(Optional<Dataset> dataset) {
        requireNonNull(dataset, "dataset");
        boolean plane = dataset.flatMap(Dataset::plane).isPresent();
        getElement().setProperty("plane", plane);
        getElement()
                .setPropertyList(
                        "fields", dataset.map(data -> cells(data, plane)).orElse(List.of()));
        getElement()
                .setPropertyJson(
                        "picture",
                        dataset.flatMap(OwnInput::frame)
                                .map(JacksonUtils::beanToJson)
                                .orElse(JacksonUtils.createObjectNode()));
    }

    private static List<Cell> cells(Dataset dataset, boolean plane) {
        return dataset.form()
                .map(form -> form.fields().stream().map(Cell::of).toList())
                .orElse(plane ? PLACE : List.of());
    }

    private static Optional<Frame> frame(Dataset dataset) {
        return dataset.train().examples() instanceof Pixels pixels
                ? Optional.of(pixels.frame())
                : Optional.empty();
    }
}
