package dev.spirallab.ui;

import dev.spirallab.run.RunId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.ui.kit.Notice;
import java.util.Optional;

/**
 * An experiment to look at: it is on the page at once, nothing starts, and nothing of one's own is
 * touched.
 *
 * @param run whose curves and boundary go with it
 * @param word what it is, and what a click makes of it
 */
record Shown(Experiment experiment, Optional<RunId> run, Notice.Word word) {}
