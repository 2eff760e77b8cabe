package dev.spirallab.run;

/** What can be drawn of a model's answers. */
sealed interface Motif {

    /**
     * The boundary.
     *
     * @param grid cells along each of its sides
     */
    record Plane(int grid) implements Motif {}

    /** The answers to the examples, judged. */
    record Figures() implements Motif {}
}
