package dev.spirallab.run;

import dev.spirallab.engine.Edit;
import dev.spirallab.spec.Problem;
import java.util.Map;
import java.util.Optional;

/** What may go wrong with a run. */
public final class Problems {
    private Problems() {}

    /** The loss of {@code step} was not a finite number; says what to try. */
    public static Problem diverged(long step, double learningRate) {
        return problem(
                "run.diverged",
                "training.optimizer.learningRate",
                Map.of(
                        "step", Long.toString(step),
                        "learningRate", Problem.number(learningRate)));
    }

    static Problem failed(Throwable failure) {
        boolean memory = failure instanceof OutOfMemoryError;
        return problem(memory ? "run.outOfMemory" : "run.failed", "", Map.of());
    }

    /** Only its curves are kept, or what another version kept. */
    static Problem cannotGoOn() {
        return problem("run.cannotGoOn", "", Map.of());
    }

    static Problem tooManyOfYours(int limit) {
        return problem("run.tooManyOfYours", "", Map.of("limit", Integer.toString(limit)));
    }

    static Problem tooMany(int limit) {
        return problem("run.tooMany", "", Map.of("limit", Integer.toString(limit)));
    }

    /** The model has no such number. */
    static Problem noSuchWeight(Edit edit) {
        return problem(
                "run.noSuchWeight",
                "",
                Map.of(
                        "name",
                        edit.node() + "." + edit.name(),
                        "index",
                        Integer.toString(edit.index())));
    }

    /** There is nothing to go on from. */
    static Problem notKept() {
        return problem("run.notKept", "", Map.of());
    }

    static Problem noMemory(long bytes, long free) {
        return problem(
                "run.noMemory",
                "",
                Map.of("needed", megabytes(bytes), "free", megabytes(Math.max(0, free))));
    }

    private static String megabytes(long bytes) {
        return Long.toString(Math.ceilDiv(bytes, 1L << 20));
    }

    private static Problem problem(String code, String path, Map<String, String> arguments) {
        return new Problem(code, path, Optional.empty(), arguments, Optional.empty());
    }
}
