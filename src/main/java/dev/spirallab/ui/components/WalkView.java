package dev.spirallab.ui.components;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One step, stop by stop: its buttons and the arrow keys lead from one to the next, and the graph
 * shows where one is. Nothing moves by itself.
 */
@Tag("walk-view")
@JsModule("./charts/walk-view.ts")
public class WalkView extends Component implements HasSize, HasStyle, LocaleChangeObserver {
    private static final String ROW = "event.detail.row";

    /** Shows a step, from its first stop on; where another step was shown, from where one was. */
    public void show(Walkthrough walkthrough) {
        say("");
        getElement().setPropertyBean("walk", requireNonNull(walkthrough, "walkthrough"));
    }

    /** Shows no step. */
    public void clear() {
        getElement().removeProperty("walk");
    }

    /**
     * @param words why there is nothing new to see; empty for nothing
     */
    public void say(String words) {
        getElement().setProperty("said", requireNonNull(words, "words"));
    }

    /**
     * @param listener hears which example is asked for, as the model is now; none for the next
     *     batch's first
     */
    public void onAsked(Consumer<OptionalInt> listener) {
        getElement()
                .addEventListener(
                        "walk-asked", event -> listener.accept(row(event.getEventData().path(ROW))))
                .addEventData(ROW);
    }

    private static OptionalInt row(JsonNode row) {
        return row.isIntegralNumber() && row.canConvertToInt()
                ? OptionalInt.of(row.asInt())
                : OptionalInt.empty();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement().setAttribute("lang", event.getLocale().toLanguageTag());
    }
}
