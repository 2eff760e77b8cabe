package dev.spirallab.engine;

import java.util.Optional;

/**
 * An evaluation under way. It is done piece by piece, so that others may have their turn in
 * between; the model must not change until it is through.
 */
@FunctionalInterface
public interface Evaluating {

    /**
     * Does the next piece, which takes some hundredths of a second on a processor.
     *
     * @return the figures, after the last piece
     */
    Optional<Evaluation> advance();

    /** Does all the pieces that are left. */
    default Evaluation finish() {
        Optional<Evaluation> result = advance();
        while (result.isEmpty()) {
            result = advance();
        }
        return result.get();
    }
}
