package dev.spirallab.ui.share;

import dev.spirallab.experiment.Watch;

/**
 * A link to watch an experiment.
 *
 * @param key what the address carries
 */
public record WatchLink(Watch watch, String key) {
    String path() {
        return "?watch=" + key;
    }
}
