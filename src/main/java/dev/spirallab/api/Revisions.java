package dev.spirallab.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Revisions of experiments as entity tags: {@code "7"}. */
final class Revisions {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private Revisions() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /**
     * @param match the header If-Match
     */
    static long read(@Nullable String match) {
        if (match == null) {
            throw Faults.noRevision();
        }
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw Faults.outdated();
        }
        return Long.parseLong(tag.group(1));
    }
}
