package dev.spirallab.cli;

import java.util.Map;

/** Tells what was measured, row by row. */
interface BenchReport {

    /** Before the first row. */
    void begin();

    /**
     * @param stepsPerSecond of the engine in this case
     * @param note what else was found
     */
    void row(String name, String engine, Samples stepsPerSecond, Note note);

    /** What is no steps a second. */
    void row(String name, String engine, Note note);

    /**
     * What else was found.
     *
     * @param key of the sentence that tells it; empty for none
     * @param figures what the sentence's placeholders stand for, by the names that they have in
     *     JSON
     */
    record Note(String key, Map<String, Double> figures) {
        static final Note NONE = new Note("", Map.of());
    }
}
