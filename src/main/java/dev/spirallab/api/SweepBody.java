package dev.spirallab.api;

import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.Size;
import java.util.List;
import java.util.Optional;

/**
 * Which experiment is to be trained in variants: a document, or one's own as it is kept.
 *
 * @param vary one setting or two, each with its values: {@code learningRate=0.01,0.1}
 */
public record SweepBody(
        Optional<Experiment> experiment,
        Optional<String> experimentId,
        @Size(min = 1, max = 2000) List<String> vary)
        implements Body {}
