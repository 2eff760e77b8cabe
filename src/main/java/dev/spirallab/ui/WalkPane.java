package dev.spirallab.ui;

import dev.spirallab.engine.Walk;
import dev.spirallab.i18n.Texts;
import dev.spirallab.run.Run;
import dev.spirallab.ui.components.WalkView;
import dev.spirallab.ui.drawer.Pane;
import dev.spirallab.ui.walk.Stops;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of the run on the page, value by value, as the model is when it is asked. */
final class WalkPane extends Pane {
    private static final Logger LOG = LoggerFactory.getLogger(WalkPane.class);

    private final Visit visit;
    private final Texts texts;
    private final Services services;
    private final WalkView view = new WalkView();
    private @Nullable Run run;
    private boolean asking;
    private @Nullable OptionalInt next;

    WalkPane(Visit visit, Services services) {
        super("walk");
        this.visit = visit;
        this.texts = visit.texts();
        this.services = services;
        view.onAsked(this::ask);
        add(view);
    }

    @Override
    protected void show(Optional<Run> shown) {
        run = shown.orElse(null);
        asking = false;
        next = null;
        view.clear();
        ask(OptionalInt.empty());
    }

    @Override
    protected void hide() {
        run = null;
    }

    /** One question at a time; of those that come meanwhile the last. */
    private void ask(OptionalInt row) {
        Run asked = run;
        if (asked == null) {
            view.say(texts.of("walk.none"));
        } else if (asking) {
            next = row;
        } else {
            asking = true;
            var _ =
                    asked.walk(row)
                            .whenComplete((walk, failure) ->
                                    visit.later(() -> answered(asked, walk, failure)));
        }
    }

    private void answered(Run asked, @Nullable Walk walk, @Nullable Throwable failure) {
        if (!asked.equals(run)) {
            return;
        }
        asking = false;
        OptionalInt waiting = next;
        if (waiting != null) {
            next = null;
            ask(waiting);
        } else if (walk != null
                && services.validator().validate(asked.experiment()) instanceof Valid valid) {
            view.show(Stops.of(texts, valid, walk));
        } else {
            refuse(failure);
        }
    }

    private void refuse(@Nullable Throwable failure) {
        boolean gone = failure == null || isCancelled(failure);
        if (!gone) {
            LOG.warn("A model cannot be walked through", failure);
        }
        view.say(texts.of(gone ? "walk.none" : "walk.failed"));
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof CancellationException
                || failure.getCause() instanceof CancellationException;
    }
}
