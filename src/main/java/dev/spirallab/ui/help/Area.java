package dev.spirallab.ui.help;

import java.util.Locale;

/** Where an action belongs: a heading of the command palette and of the list of keys. */
public enum Area {
    TRAINING,
    EXPERIMENT,
    SHARE,
    TEMPLATE,
    DATA,
    LAYER,
    SETTING,
    VIEW,
    HELP;

    /** The key of its heading in the bundles. */
    String key() {
        return "action.area." + name().toLowerCase(Locale.ROOT);
    }
}
