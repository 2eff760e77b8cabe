package dev.spirallab.ui.kit;

import dev.spirallab.i18n.Texts;

/** What people read where something has no name. */
public final class Called {
    private Called() {}

    public static String experiment(String title, Texts texts) {
        return title.isBlank() ? texts.of("workbench.title.empty") : title;
    }

    public static String savePoint(String name, Texts texts) {
        return name.isBlank() ? texts.of("share.points.unnamed") : name;
    }
}
