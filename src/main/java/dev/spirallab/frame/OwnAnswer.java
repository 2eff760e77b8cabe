package dev.spirallab.frame;

import java.util.List;

/**
 * What the model says of an example that somebody made up.
 *
 * @param id which example, as its maker numbers them
 * @param classes whether the scores are probabilities of classes; else values
 * @param fits whether it is an example such as the run's data have
 * @param scores empty where it does not fit, or where the model gives no finite numbers
 */
public record OwnAnswer(int id, boolean classes, boolean fits, List<Double> scores) {
    public OwnAnswer {
        scores = List.copyOf(scores);
    }
}
