package dev.spirallab.ui.keep;

import dev.spirallab.i18n.Texts;
import dev.spirallab.spec.Experiment;

/** What copies are called. */
final class Copies {
    private static final String CUT = "…";

    private Copies() {}

    static String title(Texts texts, Experiment original) {
        return title(texts, original.title());
    }

    /** The title and that it is a copy, the title cut where both together would be too long. */
    static String title(Texts texts, String original) {
        String copy = named(texts, original);
        int excess = copy.length() - Experiment.LONGEST_TITLE;
        return excess <= 0
                ? copy
                : named(texts, cut(original, original.length() - excess - CUT.length()) + CUT);
    }

    private static String named(Texts texts, String title) {
        return texts.of("share.copied.title", "title", title);
    }

    /** Never between the halves of a character. */
    private static String cut(String text, int length) {
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
