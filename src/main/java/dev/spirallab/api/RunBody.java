package dev.spirallab.api;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Range;
import java.util.Optional;

/**
 * What is to be trained: a document, or one's own experiment as it is kept.
 *
 * @param pace steps a second at most; 0: as fast as it can
 * @param seed instead of the experiment's
 */
public record RunBody(
        Optional<Experiment> experiment,
        Optional<String> experimentId,
        @Default("0") @Range(min = 0, max = 1e9) double pace,
        @Range(min = -Range.EXACT, max = Range.EXACT) Optional<Long> seed)
        implements Body {

    Experiment seeded(Experiment wanted) {
        return seed.map(s -> wanted.withTraining(wanted.training().withSeed(s))).orElse(wanted);
    }
}
