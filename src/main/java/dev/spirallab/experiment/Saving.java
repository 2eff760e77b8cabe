package dev.spirallab.experiment;

import dev.spirallab.spec.Problem;

/** What became of a change. */
public sealed interface Saving {

    /** It is kept. */
    record Saved(Summary summary) implements Saving {}

    /** Somebody, in another tab perhaps, has changed the experiment since; nothing was changed. */
    record Outdated(Kept now) implements Saving {}

    /** It is not there, or somebody else's. */
    record Missing() implements Saving {}

    /** There is no room for it; the problem says what to do. */
    record Refused(Problem problem) implements Saving {}
}
