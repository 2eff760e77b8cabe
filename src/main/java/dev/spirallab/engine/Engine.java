package dev.spirallab.engine;

import dev.spirallab.dataset.Dataset;
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
}
