package dev.spirallab.api;

import dev.spirallab.spec.Default;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Range;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be trained: a document, or one's own experiment as it is kept; or where to go on from:
 * one's own run, or the run that goes with a link. Then {@code experimentId} says of which of one's
 * experiments the new run is.
 *
 * @param run with its weights, optimiser state and curves
 * @param link the token of a link that was made with a run
 * @param weights to begin with: the SHA-256 of a safetensors file that was brought
 * @param pace steps a second at most; 0: as fast as it can
 * @param seed instead of the experiment's
 */
public record RunBody(
        Optional<Experiment> experiment,
        Optional<String> experimentId,
        Optional<String> run,
        Optional<String> link,
        Optional<String> weights,
        @Default("0") @Range(min = 0, max = 1e9) double pace,
        @Range(min = -Range.EXACT, max = Range.EXACT) Optional<Long> seed)
        implements Body {

    boolean goesOn() {
        return run.isPresent() || link.isPresent();
    }

    /** Whether it says more than where to go on from: that has its experiment and its seed. */
    boolean contradictsItself() {
        return Stream.of(run, link, experiment, weights, seed).filter(Optional::isPresent).count()
                > 1;
    }

    Experiment seeded(Experiment wanted) {
        return seed.map(s -> wanted.withTraining(wanted.training().withSeed(s))).orElse(wanted);
    }
}
