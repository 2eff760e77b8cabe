package dev.spirallab.run;

import java.time.Duration;

/** Settings of which a test chooses some. */
final class SomeSettings {
    private SomeSettings() {}

    static RunSettings of(
            int max,
            long megabytes,
            int threads,
            Duration slice,
            Duration pauseAfter,
            Duration closeAfter,
            int viewers) {
        return new RunSettings(
                max,
                4,
                megabytes,
                threads,
                slice,
                pauseAfter,
                closeAfter,
                viewers,
                Duration.ofSeconds(3));
    }

    /** Runs of anybody are kept as often as that. */
    static RunSettings keeping(Duration every) {
        return new RunSettings(
                100,
                4,
                1000,
                2,
                Duration.ofMillis(10),
                Duration.ofHours(1),
                Duration.ofHours(1),
                100,
                every);
    }
}
