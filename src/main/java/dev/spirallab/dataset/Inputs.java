package dev.spirallab.dataset;

/** What the model is shown, one row an example, as it is kept in memory. */
public sealed interface Inputs permits Matrix, Pixels {

    int rows();

    /** How many numbers a row has. */
    int columns();

    /** Memory that it takes. */
    long bytes();

    /** The rows with these numbers, in this order, as the model takes them. */
    Matrix floats(int... chosen);
}
