package dev.spirallab.ui.drawer;

import com.vaadin.flow.component.html.Div;
import dev.spirallab.run.Run;
import dev.spirallab.ui.help.Action;
import java.util.List;
import java.util.Optional;

/**
 * One of the drawer's views. It looks at a run only while it is open: what nobody sees is not asked
 * for.
 */
public abstract class Pane extends Div {
    private final String id;

    /**
     * @param id stable and unique, such as {@code program}: {@code drawer.<id>} names it in the
     *     bundles, {@code drawer.<id>.help} says what it shows
     */
    protected Pane(String id) {
        this.id = id;
        addClassNames("lab-pane", "lab-pane-" + id);
    }

    final String id() {
        return id;
    }

    /**
     * The pane is open, and this is the run on the page; called again when another takes its place.
     */
    protected abstract void show(Optional<Run> run);

    /** The pane is shut. */
    protected abstract void hide();

    /** What can be done in it while it is open, for the palette. */
    protected List<Action> actions() {
        return List.of();
    }
}
