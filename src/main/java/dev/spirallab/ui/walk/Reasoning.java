package dev.spirallab.ui.walk;

/**
 * Why numbers are as they are at one {@link Spot}: formulas in LaTeX with the numbers put in. Each
 * is empty where there is none, or where it would need numbers that were not kept.
 */
interface Reasoning {

    /** Of number {@code k} of the result. */
    default String value(int k) {
        return "";
    }

    /** Of the gradient that flows back to number {@code k} of an input. */
    default String input(int which, int k) {
        return "";
    }

    /** Of the gradient of number {@code k} of a parameter. */
    default String parameter(String name, int k) {
        return "";
    }
}
