package dev.spirallab.validation;

import dev.spirallab.spec.Problem;
import dev.spirallab.spec.sweep.SweepSpec;
import dev.spirallab.validation.ValidationResult.Valid;
import java.util.List;

/** What validation found of a sweep; only {@link Sound} ones are trained. */
public sealed interface SweepResult {

    /**
     * @param variants in the order of the sweep
     */
    record Sound(SweepSpec sweep, List<Valid> variants) implements SweepResult {
        public Sound {
            variants = List.copyOf(variants);
        }
    }

    /**
     * @param problems at least one that is no hint
     */
    record Unsound(List<Problem> problems) implements SweepResult {
        public Unsound {
            problems = List.copyOf(problems);
        }
    }
}
