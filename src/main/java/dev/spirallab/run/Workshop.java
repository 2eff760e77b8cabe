package dev.spirallab.run;

import dev.spirallab.dataset.Library;
import dev.spirallab.engine.Engine;
import dev.spirallab.validation.Validator;

/** What all runs share. */
record Workshop(
        Engine engine,
        Validator validator,
        Library library,
        Scheduler scheduler,
        Room room,
        Keeper keeper,
        Attic attic,
        RunSettings settings) {}
