package dev.spirallab.run;

import dev.spirallab.validation.ValidationResult.Valid;
import java.util.Optional;

/** All runs of this server. Safe for use by many threads. */
public interface Runs {

    /** A new run, {@code ready} at step 0; {@link Command.Play} sets it going. Returns at once. */
    Admission start(Valid valid, RunOptions options);

    /** The run of that name, unless it was never there or is closed. */
    Optional<Run> find(RunId id);

    /** Whether a run of that name was closed lately. */
    boolean isOver(RunId id);
}
