package dev.spirallab.program;

/**
 * Something that an optimiser keeps from step to step: a vector as long as the parameters, or a
 * single number.
 *
 * @param name of the variable that holds it
 * @param start what it, or each of its elements, begins with
 */
record Kept(String name, double start) {
    static Kept zeros(String name) {
        return new Kept(name, 0);
    }
}
