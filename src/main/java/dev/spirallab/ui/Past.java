package dev.spirallab.ui;

import dev.spirallab.spec.Experiment;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What edits outside of the graph changed, by number. The browser knows the order of all edits and
 * says which to take back; what they were, is known here.
 */
final class Past {
    /** As many as the browser remembers. */
    private static final int MOST = 500;

    private final SequencedMap<Integer, Step> steps = new LinkedHashMap<>();

    private record Step(Experiment before, Experiment after) {}

    /** What is added under one number is one edit. */
    void add(int step, Experiment before, Experiment after) {
        steps.merge(step, new Step(before, after), (old, more) -> new Step(old.before, more.after));
        if (steps.size() > MOST) {
            steps.pollFirstEntry();
        }
    }

    Optional<Experiment> before(int step) {
        return Optional.ofNullable(steps.get(step)).map(Step::before);
    }

    Optional<Experiment> after(int step) {
        return Optional.ofNullable(steps.get(step)).map(Step::after);
    }
}
