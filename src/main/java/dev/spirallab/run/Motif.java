package dev.spirallab.run;

import dev.spirallab.frame.Look;

/** What can be drawn of a model. */
sealed interface Motif {

    /**
     * The boundary.
     *
     * @param grid cells along each of its sides
     */
    record Plane(int grid) implements Motif {}

    /** The answers to the examples, judged. */
    record Figures() implements Motif {}

    /** What goes on in each layer. */
    record Layers() implements Motif {}

    /** The moments that may be looked back at. */
    record Trail() implements Motif {}

    /**
     * The boundary of another moment.
     *
     * @param step of one of the moments that may be looked back at
     * @param grid cells along each of its sides
     */
    record Past(long step, int grid) implements Motif {}

    /** The numbers of one layer, and what it makes of an example. */
    record Inside(Look look) implements Motif {}

    /** What single units put out all over the plane. */
    record Units() implements Motif {}

    /** What there is to know of single examples; forgotten when nobody asks any more. */
    record Asked(Inquiry inquiry) implements Motif {}
}
