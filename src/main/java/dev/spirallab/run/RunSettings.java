package dev.spirallab.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code spirallab.runs.*}.
 *
 * @param max runs at a time, those included that wait or are over and still watched; 200
 * @param megabytes what all runs together may need by their budgets; 0, the default, stands for
 *     half of the machine's memory
 * @param perOwner how many of these may be one owner's; 4
 * @param threads training threads; 0, the default, stands for as many as the device serves well
 * @param slice how long a run trains before it is the next one's turn, at most; 10ms
 * @param pauseAfter a run that nobody has watched for so long is paused and gives its native memory
 *     back; 1m
 * @param closeAfter a run that nobody has watched for so long is closed; 1h
 * @param viewers how many may watch one run at a time; 500
 * @param keepEvery how often a run that goes on is kept; what a breakdown may cost; 3s
 */
@ConfigurationProperties("spirallab.runs")
public record RunSettings(
        @DefaultValue("200") int max,
        @DefaultValue("4") int perOwner,
        @DefaultValue("0") long megabytes,
        @DefaultValue("0") int threads,
        @DefaultValue("10ms") Duration slice,
        @DefaultValue("1m") Duration pauseAfter,
        @DefaultValue("1h") Duration closeAfter,
        @DefaultValue("500") int viewers,
        @DefaultValue("3s") Duration keepEvery) {
    private static final long ROUND = 100_000_000;
    private static final long LEAST_SLICE = 2_000_000;

    /** The defaults. */
    public static RunSettings standard() {
        return new RunSettings(
                200,
                4,
                0,
                0,
                Duration.ofMillis(10),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                500,
                Duration.ofSeconds(3));
    }

    /** Shorter slices where many wait, so that each has its turn about ten times a second. */
    long sliceNanos(int waiting) {
        long share = ROUND / (waiting + 1);
        return Math.min(slice.toNanos(), Math.max(share, LEAST_SLICE));
    }

    long bytes() {
        return megabytes > 0 ? megabytes << 20 : Memory.ofMachine() / 2;
    }
}
