package dev.spirallab.spec.json;

import dev.spirallab.spec.Problem;
import java.util.List;

/** What came of reading a part of a document, such as a graph or an edit. */
public sealed interface Part<T> {

    record Read<T>(T value) implements Part<T> {}

    /**
     * @param problems at least one, with paths that begin at the part
     */
    record Unreadable<T>(List<Problem> problems) implements Part<T> {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
