package dev.spirallab.experiment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What an experiment was forked from, the nearest first. */
final class Lineage {
    /** A fork of forks remembers so many. */
    private static final int LONGEST = 50;

    private Lineage() {}

    /** That of what is forked now from {@code parent}, which has a lineage of its own. */
    static List<Origin> of(Origin parent, Instant now, List<Origin> ancestors) {
        Origin forked = new Origin(parent.title(), now, parent.experiment());
        return Stream.concat(Stream.of(forked), ancestors.stream()).limit(LONGEST).toList();
    }
}
