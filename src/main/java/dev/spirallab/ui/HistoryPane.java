package dev.spirallab.ui;

import dev.spirallab.run.Run;
import dev.spirallab.ui.components.HistoryView;
import dev.spirallab.ui.drawer.Pane;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Plays back the moments that the run remembers. */
final class HistoryPane extends Pane {
    private final HistoryView view = new HistoryView();
    private final BooleanSupplier forkable;
    private @Nullable Run run;

    /** Goes another way from an earlier moment of a run. */
    interface Forks {
        void fork(Run run, long step);
    }

    /**
     * @param forkable whether the reader may go another way
     */
    HistoryPane(BooleanSupplier forkable, Forks forks) {
        super("history");
        this.forkable = forkable;
        view.addForkListener(
                step -> Optional.ofNullable(run).ifPresent(from -> forks.fork(from, step)));
        add(view);
    }

    @Override
    protected void show(Optional<Run> shown) {
        run = shown.orElse(null);
        view.setForkable(forkable.getAsBoolean());
        view.setRunId(shown.map(each -> each.id().value()).orElse(null));
    }

    @Override
    protected void hide() {
        view.setRunId(null);
    }
}
