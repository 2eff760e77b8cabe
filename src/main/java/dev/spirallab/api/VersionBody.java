package dev.spirallab.api;

import dev.spirallab.experiment.Version;
import dev.spirallab.spec.Default;
import dev.spirallab.spec.Size;

/**
 * A state to keep.
 *
 * @param name what to call it
 */
public record VersionBody(@Default("\"\"") @Size(max = Version.LONGEST_NAME) String name)
        implements Body {}
