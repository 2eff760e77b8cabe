package dev.spirallab.account;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Owners that have become one: what was the one's is the other's. */
@Component
class Moves {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final List<Belongings> belongings;

    Moves(JdbcClient jdbc, TransactionOperations transaction, List<Belongings> belongings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.belongings = belongings;
    }

    /** Whom the owner of a cookie has become, where it has become another. */
    Optional<OwnerId> of(OwnerId owner) {
        return jdbc.sql("select moved_to from moved_owner where owner = :owner")
                .param("owner", owner.value())
                .query(UUID.class)
                .optional()
                .map(OwnerId::new);
    }

    /** May be done again, for what has come to the old owner meanwhile. */
    void move(OwnerId from, OwnerId to) {
        if (!from.equals(to)) {
            transaction.executeWithoutResult(_ -> {
                belongings.forEach(each -> each.move(from, to));
                note(from, to);
            });
        }
    }

    /** One step leads to the last owner, however often somebody moved; no way leads in a circle. */
    private void note(OwnerId from, OwnerId to) {
        jdbc.sql("delete from moved_owner where owner in (:from, :to)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("update moved_owner set moved_to = :to where moved_to = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("insert into moved_owner (owner, moved_to) values (:from, :to)")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
