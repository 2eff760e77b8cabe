package dev.spirallab.api;

import dev.spirallab.spec.Experiment;

/** A state of an experiment that was kept. */
record VersionAnswer(int number, Experiment experiment) {}
