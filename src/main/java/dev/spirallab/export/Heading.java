package dev.spirallab.export;

import dev.spirallab.i18n.Texts;

/** What stands above exported code. */
public final class Heading {
    private Heading() {}

    /**
     * @param title of the experiment; blank if it has none
     */
    public static String of(String title, Texts texts) {
        return title.isBlank() ? texts.of("export.untitled") : title;
    }
}
