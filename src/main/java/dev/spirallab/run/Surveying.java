package dev.spirallab.run;

import dev.spirallab.spec.data.DatasetSpec;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The surface that a run was asked for, if any: one at a time. */
final class Surveying {
    private final AtomicReference<@Nullable LiveSurvey> current = new AtomicReference<>();

    /** On whatever thread; the surface before is given up. */
    LiveSurvey begin(Survey.Wish wish) {
        LiveSurvey begun = new LiveSurvey(wish);
        LiveSurvey before = current.getAndSet(begun);
        if (before != null) {
            before.cancel();
        }
        return begun;
    }

    void giveUp() {
        LiveSurvey left = current.getAndSet(null);
        if (left != null) {
            left.cancel();
        }
    }

    boolean isDue() {
        LiveSurvey survey = current.get();
        return survey != null && !survey.isOver();
    }

    /**
     * Works on it, at least a little.
     *
     * @param learnt from which data
     * @param end by {@link System#nanoTime}
     */
    void advance(
            RunLoop open, Trail trail, DatasetSpec learnt, long end, BooleanSupplier disturbed) {
        LiveSurvey survey = current.get();
        if (survey == null) {
            return;
        }
        while (!survey.isOver()) {
            survey.advance(open, trail, learnt);
            if (disturbed.getAsBoolean() || System.nanoTime() >= end) {
                return;
            }
        }
        current.compareAndSet(survey, null);
    }
}
