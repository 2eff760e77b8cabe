package dev.spirallab.export;

import dev.spirallab.spec.Problem;
import java.util.List;

/** What came of writing an experiment as code. */
public sealed interface Exported {

    record Code(String text) implements Exported {}

    /**
     * The other library has no counterpart of something.
     *
     * @param problems at least one, each with its place in the document
     */
    record Impossible(List<Problem> problems) implements Exported {
        public Impossible {
            problems = List.copyOf(problems);
        }
    }
}
