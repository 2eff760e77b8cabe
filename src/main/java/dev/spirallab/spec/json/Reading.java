package dev.spirallab.spec.json;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Problem;
import java.util.List;

/**
 * What came of reading a document: an experiment, or every problem found, but never an exception.
 */
public sealed interface Reading {

    record Read(Experiment experiment) implements Reading {}

    /**
     * @param problems at least one, in the order of the document; a great many are cut off
     */
    record Unreadable(List<Problem> problems) implements Reading {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
