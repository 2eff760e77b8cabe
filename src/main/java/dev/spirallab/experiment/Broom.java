package dev.spirallab.experiment;

import dev.spirallab.owner.Erasure;
import dev.spirallab.owner.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Deletes, at the start and then daily, what a process left behind that ended too soon, and, where
 * that is asked for, all of those who were not seen for long.
 */
final class Broom {
    private static final Logger LOG = LoggerFactory.getLogger(Broom.class);

    private final Keeping keeping;
    private final Erasure erasure;
    private final KeepingSettings settings;
    private final Clock clock;

    Broom(Keeping keeping, Erasure erasure, KeepingSettings settings, Clock clock) {
        this.keeping = keeping;
        this.erasure = erasure;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void sweep() {
        keeping.sweep();
        settings.forgetAfter().ifPresent(this::forget);
    }

    private void forget(Duration age) {
        List<OwnerId> gone = keeping.notSeenSince(clock.instant().minus(age));
        long forgotten = gone.stream().filter(this::isForgotten).count();
        if (forgotten > 0) {
            LOG.info("Forgot {} owners whom nobody has seen for {}", forgotten, age);
        }
    }

    /** One that cannot be forgotten today keeps nobody else. */
    private boolean isForgotten(OwnerId owner) {
        try {
            erasure.erase(owner);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("An owner cannot be forgotten now", e);
            return false;
        }
    }
}
