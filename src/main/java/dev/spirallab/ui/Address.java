package dev.spirallab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.History;
import dev.spirallab.experiment.ExperimentId;
import java.util.Optional;

/**
 * The address of the page, {@code ?e=ID} for a kept experiment: bookmarks and other tabs find it by
 * that, and the browser's Back the one before.
 */
final class Address {
    private final UI ui;
    private Optional<ExperimentId> shown = Optional.empty();

    Address(UI ui) {
        this.ui = ui;
    }

    /** The browser itself has gone there. */
    void came(ExperimentId id) {
        shown = Optional.of(id);
    }

    /**
     * @param kept the experiment on the bench, if it is kept
     */
    void show(Optional<ExperimentId> kept) {
        if (!kept.equals(shown)) {
            history(kept.map(id -> "?e=" + id).orElse(""));
            shown = kept;
        }
    }

    /** Where one cannot come back to, there is nothing to add an entry after. */
    private void history(String address) {
        History history = ui.getPage().getHistory();
        if (shown.isPresent()) {
            history.pushState(null, address);
        } else {
            history.replaceState(null, address);
        }
    }
}
