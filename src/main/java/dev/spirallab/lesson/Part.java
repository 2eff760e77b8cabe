package dev.spirallab.lesson;

import java.util.Locale;

/** A chapter of the course. */
public enum Part {
    PLANE,
    REGRESSION,
    STEP,
    TABLES,
    IMAGES;

    /** Its name in the bundles. */
    public String key() {
        return "lesson.part." + name().toLowerCase(Locale.ROOT);
    }
}
