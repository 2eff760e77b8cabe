package dev.spirallab.experiment;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes, at the start and then daily, what a process left behind that ended too soon, and, where
 * that is asked for, all of those who were not seen for long.
 */
final class Broom {
    private static final Logger LOG = LoggerFactory.getLogger(Broom.class);

    private final Keeping keeping;
    private final List<Belongings> belongings;
    private final TransactionOperations transaction;
    private final KeepingSettings settings;
    private final Clock clock;

    Broom(
            Keeping keeping,
            List<Belongings> belongings,
            TransactionOperations transaction,
            KeepingSettings settings,
            Clock clock) {
        this.keeping = keeping;
        this.belongings = List.copyOf(belongings);
        this.transaction = transaction;
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
        gone.forEach(this::forget);
        if (!gone.isEmpty()) {
            LOG.info("Forgot {} owners whom nobody has seen for {}", gone.size(), age);
        }
    }

    private void forget(OwnerId owner) {
        transaction.executeWithoutResult(_ -> belongings.forEach(each -> each.delete(owner)));
    }
}
