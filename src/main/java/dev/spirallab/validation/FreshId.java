package dev.spirallab.validation;

import java.util.Set;
import java.util.stream.IntStream;

/** Ids for nodes that a fix adds. */
final class FreshId {
    private FreshId() {}

    /** The base itself, or with a number (2, 3, ...) behind it where it is taken. */
    static String of(String base, Set<String> taken) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? base : base + i)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }
}
