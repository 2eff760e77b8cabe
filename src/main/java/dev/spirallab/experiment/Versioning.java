package dev.spirallab.experiment;

import dev.spirallab.spec.Problem;

/** What became of a wish for a version. */
public sealed interface Versioning {

    record Made(Version version) implements Versioning {}

    /** The experiment is not there, or somebody else's. */
    record Missing() implements Versioning {}

    /**
     * @param problem {@code keeping.versions} where all versions there may be have names, {@code
     *     keeping.name} where the name is too long
     */
    record Refused(Problem problem) implements Versioning {}
}
