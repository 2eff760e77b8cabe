package dev.spirallab.ui.components;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.LongConsumer;

/**
 * The moments that a run remembers, with a slider: the one that is chosen is shown by all views of
 * the run on the page, in place of the present.
 */
@Tag("history-view")
@JsModule("./charts/history-view.ts")
public class HistoryView extends RunComponent {
    private static final String DETAIL = "event.detail";

    /**
     * @param forkable whether one may go another way from a moment
     */
    public void setForkable(boolean forkable) {
        getElement().setProperty("forkable", forkable);
    }

    /**
     * @return whether one may go another way from a moment
     */
    public boolean isForkable() {
        return getElement().getProperty("forkable", false);
    }

    /**
     * @param listener hears from which step somebody wants to go another way, where that is allowed
     */
    public void addForkListener(LongConsumer listener) {
        getElement()
                .addEventListener(
                        "fork",
                        event -> {
                            if (isForkable()) {
                                listener.accept(event.getEventData().path(DETAIL).asLong(-1));
                            }
                        })
                .addEventData(DETAIL);
    }
}
