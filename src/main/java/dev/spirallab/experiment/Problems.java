package dev.spirallab.experiment;

import dev.spirallab.spec.Problem;
import java.util.Map;

/** Why something is not kept. */
final class Problems {
    private Problems() {}

    static Problem tooManyExperiments(int limit) {
        return limit("keeping.experiments", limit);
    }

    static Problem tooManyVersions(int limit) {
        return limit("keeping.versions", limit);
    }

    static Problem tooManyLinks(int limit) {
        return limit("keeping.links", limit);
    }

    static Problem tooLarge(int megabytes) {
        return limit("keeping.megabytes", megabytes);
    }

    static Problem fileTooLarge(int megabytes) {
        return limit("keeping.file", megabytes);
    }

    static Problem fileEmpty() {
        return Problem.of("keeping.emptyFile", "", Map.of());
    }

    static Problem runsTooLarge(int megabytes) {
        return limit("keeping.runMegabytes", megabytes);
    }

    static Problem noRun() {
        return Problem.of("keeping.run", "", Map.of());
    }

    static Problem nameTooLong(int characters) {
        return limit("keeping.name", characters);
    }

    private static Problem limit(String code, int limit) {
        return Problem.of(code, "", Map.of("limit", Integer.toString(limit)));
    }
}
