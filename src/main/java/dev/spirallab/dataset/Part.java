package dev.spirallab.dataset;

/**
 * The training or the test part of a data set. Rows stand in the order in which an epoch without
 * shuffling takes them: made-up data is shuffled once by the data set's seed, inline data keeps the
 * document's order.
 *
 * @param inputs {@code [N, inputSize]}, transformed as the model takes them
 * @param targets {@code [N]} labels or {@code [N, targets]} values
 */
public record Part(Matrix inputs, Targets targets) {

    public Part {
        if (inputs.rows() != targets.rows()) {
            throw new IllegalArgumentException("as many targets as inputs are needed");
        }
    }

    public int rows() {
        return inputs.rows();
    }

    /** How many numbers it holds. */
    long numbers() {
        return inputs.values().length + targets.numbers();
    }
}
