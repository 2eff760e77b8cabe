package dev.spirallab.experiment;

import java.util.List;
import java.util.stream.Stream;

/** What an experiment was forked from, the nearest first. */
final class Lineage {
    /** A fork of forks remembers so many. */
    private static final int LONGEST = 50;

    private Lineage() {}

    /** That of what is forked from {@code parent}, which has a lineage of its own. */
    static List<Origin> of(Origin parent, List<Origin> ancestors) {
        return Stream.concat(Stream.of(parent), ancestors.stream()).limit(LONGEST).toList();
    }
}
