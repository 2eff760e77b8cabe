package dev.spirallab.experiment;

import java.time.Instant;
import java.util.UUID;

/** A link with which others watch the runs of an experiment. */
public record Watch(UUID id, ExperimentId experiment, String title, Instant created) {}
