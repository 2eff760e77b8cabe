package dev.spirallab.program;

import dev.spirallab.validation.ValidationResult.Valid;

/** Writes the program of an experiment. */
public final class ProgramGenerator {
    private ProgramGenerator() {}

    /** The same text for the same experiment. */
    public static Program generate(Valid valid) {
        throw new UnsupportedOperationException("soon: " + valid.experiment().title());
    }
}
