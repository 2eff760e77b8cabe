package dev.spirallab.experiment;

import dev.spirallab.owner.OwnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who keep anything, and when they were seen last. */
final class Keepers {
    /** Who locks two owners locks them in this order. */
    static final Comparator<OwnerId> ORDER = Comparator.comparing(OwnerId::value);

    private static final Duration PRECISION = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Keepers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes room for an owner who may be new, and locks it. */
    void enter(OwnerId owner) {
        while (!lock(owner)) {
            jdbc.sql(
                            """
                            insert into keeper (owner, seen) values (:owner, :now)
                            on conflict do nothing
                            """)
                    .param("owner", owner.value())
                    .param("now", Times.of(clock.instant()))
                    .update();
        }
    }

    /**
     * Until the transaction ends nobody else changes anything of the owner's.
     *
     * @return whether the owner may have anything at all
     */
    boolean lock(OwnerId owner) {
        return jdbc.sql("update keeper set seen = :now where owner = :owner")
                        .param("now", Times.of(clock.instant()))
                        .param("owner", owner.value())
                        .update()
                > 0;
    }

    /** Notes that somebody looked at what the owner has; seldom, as reading should not write. */
    void seen(OwnerId owner) {
        Instant now = clock.instant();
        jdbc.sql("update keeper set seen = :now where owner = :owner and seen < :before")
                .param("now", Times.of(now))
                .param("owner", owner.value())
                .param("before", Times.of(now.minus(PRECISION)))
                .update();
    }

    /** Those who have anything, and neither looked at it nor trained nor used a token since. */
    List<OwnerId> notSeenSince(Instant time) {
        return jdbc.sql(
                        """
                        select owner from (
                            select owner, seen from keeper
                            union all
                            select owner, kept as seen from run where owner is not null
                            union all
                            select owner, coalesce(used, created) as seen from api_token
                            union all
                            select owner, created as seen from recovery_code
                        ) as sight
                        group by owner having max(seen) < :time
                        """)
                .param("time", Times.of(time))
                .query((row, _) -> new OwnerId(row.getObject("owner", UUID.class)))
                .list();
    }

    void delete(OwnerId owner) {
        jdbc.sql("delete from keeper where owner = :owner").param("owner", owner.value()).update();
    }
}
