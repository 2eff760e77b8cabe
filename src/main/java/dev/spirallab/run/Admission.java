package dev.spirallab.run;

import dev.spirallab.spec.Problem;

/** Whether there is room for a run. */
public sealed interface Admission {

    record Admitted(Run run) implements Admission {}

    /**
     * @param problem {@code run.tooMany} or {@code run.noMemory}
     */
    record Refused(Problem problem) implements Admission {}
}
