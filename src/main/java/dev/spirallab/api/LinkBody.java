package dev.spirallab.api;

import dev.spirallab.spec.Experiment;
import java.util.Optional;

/**
 * What a link is to lead to: a document, or one's own experiment as it is kept.
 *
 * @param run one's own run that is to go with it
 */
public record LinkBody(
        Optional<Experiment> experiment, Optional<String> experimentId, Optional<String> run)
        implements Body {}
