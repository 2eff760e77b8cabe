package dev.spirallab.dataset;

import java.util.stream.IntStream;

/**
 * The training or the test part of a data set. Rows stand in the order in which an epoch without
 * shuffling takes them: made-up data is shuffled once by the data set's seed, inline data keeps the
 * document's order.
 *
 * @param examples {@code [N, inputSize]}
 * @param targets {@code [N]} labels or {@code [N, targets]} values
 */
public record Part(Inputs examples, Targets targets) {

    public Part {
        if (examples.rows() != targets.rows()) {
            throw new IllegalArgumentException("as many targets as inputs are needed");
        }
    }

    public int rows() {
        return examples.rows();
    }

    /**
     * {@code [N, inputSize]}, transformed as the model takes them. Images are made floats for it:
     * whoever wants a few asks {@link Inputs#floats}.
     */
    public Matrix inputs() {
        return switch (examples) {
            case Matrix matrix -> matrix;
            case Pixels pixels -> pixels.floats(IntStream.range(0, rows()).toArray());
        };
    }

    /** About how much memory it takes. */
    long bytes() {
        return examples.bytes() + Float.BYTES * targets.numbers();
    }
}
