package dev.spirallab.engine;

import dev.spirallab.dataset.Dataset;
import dev.spirallab.program.Program;
import dev.spirallab.validation.ValidationResult.Valid;

/** The device on which experiments are trained. Safe for use by many threads. */
public interface Engine {

    DeviceInfo device();

    /**
     * Compiles the experiment's program and places data and starting values on the device, at step
     * 0.
     *
     * @throws IllegalArgumentException if a label of the data set is out of range or its widths are
     *     not those of the experiment
     */
    Training open(Valid valid, Dataset dataset);

    /**
     * Opens variants that are trained in step with each other, each at step 0.
     *
     * @throws IllegalArgumentException as {@link #open} does, or if this engine trains each alone
     */
    default Ensemble openTogether(Together.Group group, Dataset dataset) {
        if (group.variants().size() != 1) {
            throw new IllegalArgumentException("variants that no one program trains");
        }
        return new SoleEnsemble(open(group.variants().getFirst(), dataset));
    }

    /** The program that the training follows. */
    Program program(Valid valid, Dataset dataset);
}
