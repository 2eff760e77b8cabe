package dev.spirallab.experiment;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one owner may keep; settings {@code spirallab.keeping.*}.
 *
 * @param experiments experiments of an owner; 500
 * @param versions versions of an experiment; when there are more, the oldest unnamed ones go; 50
 * @param versionEvery an experiment that is changed so long after its last version keeps the state
 *     before the change as an unnamed one; 10m
 * @param links links of an owner; 200
 * @param megabytes what all documents of an owner take, and the files that they learn from, equal
 *     ones counted once; 256
 * @param fileMegabytes the largest file that is taken; 32
 * @param runs runs of an owner; when there are more, those kept longest ago go; 50
 * @param runMegabytes what the curves and weights of all of them may take, likewise; and so much
 *     again those that go with links; 256
 * @param sweeps sweeps of an owner, likewise; 20
 * @param sweepMegabytes what the figures, boundaries and weights of all of them may take; 64
 * @param forgetAfter what an owner has is deleted when neither the owner nor a visitor of the
 *     owner's links was seen for so long; for ever, unless it is set
 */
@ConfigurationProperties("spirallab.keeping")
public record KeepingSettings(
        @DefaultValue("500") int experiments,
        @DefaultValue("50") int versions,
        @DefaultValue("10m") Duration versionEvery,
        @DefaultValue("200") int links,
        @DefaultValue("256") int megabytes,
        @DefaultValue("32") int fileMegabytes,
        @DefaultValue("50") int runs,
        @DefaultValue("256") int runMegabytes,
        @DefaultValue("20") int sweeps,
        @DefaultValue("64") int sweepMegabytes,
        Optional<Duration> forgetAfter) {

    /** The defaults. */
    public static KeepingSettings standard() {
        return new KeepingSettings(
                500, 50, Duration.ofMinutes(10), 200, 256, 32, 50, 256, 20, 64, Optional.empty());
    }

    long bytes() {
        return (long) megabytes << 20;
    }

    long fileBytes() {
        return (long) fileMegabytes << 20;
    }

    long runBytes() {
        return (long) runMegabytes << 20;
    }

    long sweepBytes() {
        return (long) sweepMegabytes << 20;
    }
}
