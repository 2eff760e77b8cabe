package dev.spirallab.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The greatest experiment that is let in; settings {@code spirallab.limits.*}.
 *
 * @param flopsPerStep {@link Budget#flopsPerStep}, of a whole step with all looks of its optimiser:
 *     bounds how long it takes until a run moves on, and how long others wait for it where the step
 *     is not divided
 * @param depth layers on the longest way from input to output
 */
@ConfigurationProperties("spirallab.limits")
public record Limits(
        @DefaultValue("20000000") long parameters,
        @DefaultValue("2147483648") long bytes,
        @DefaultValue("10000000000") long flopsPerStep,
        @DefaultValue("500") int nodes,
        @DefaultValue("2000") int edges,
        @DefaultValue("200") int depth) {

    /** 20 million parameters, 2 GiB, 10 GFLOP a step, 500 nodes, 2000 edges, 200 layers deep. */
    public static Limits standard() {
        return new Limits(20_000_000, 2L << 30, 10_000_000_000L, 500, 2_000, 200);
    }
}
