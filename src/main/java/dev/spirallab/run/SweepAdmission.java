package dev.spirallab.run;

import dev.spirallab.spec.Problem;

/** Whether there is room for a sweep. */
public sealed interface SweepAdmission {

    record Begun(Sweep sweep) implements SweepAdmission {}

    record Refused(Problem problem) implements SweepAdmission {}
}
