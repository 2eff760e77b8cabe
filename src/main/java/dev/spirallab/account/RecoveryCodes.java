package dev.spirallab.account;

import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.OwnerId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Codes that carry an owner to another browser. Only their hashes are stored. */
@Component
public class RecoveryCodes implements Belongings {
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RecoveryCodes(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * A new code for the owner; earlier ones are worth nothing from now on.
     *
     * @return seven groups of four letters and digits; told here and never again
     */
    public String create(OwnerId owner) {
        RecoveryCode code = RecoveryCode.random();
        transaction.executeWithoutResult(_ -> {
            delete(owner);
            insert(owner, code);
        });
        return code.text();
    }

    /** Whether the owner has a code. */
    public boolean exists(OwnerId owner) {
        return jdbc.sql("select exists (select 1 from recovery_code where owner = :owner)")
                .param("owner", owner.value())
                .query(Boolean.class)
                .single();
    }

    /** Both lead to the same owner then, until a new one is made. */
    @Override
    public void move(OwnerId from, OwnerId to) {
        jdbc.sql("update recovery_code set owner = :to where owner = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    @Override
    public void delete(OwnerId owner) {
        jdbc.sql("delete from recovery_code where owner = :owner")
                .param("owner", owner.value())
                .update();
    }

    Optional<OwnerId> redeem(RecoveryCode code) {
        return jdbc.sql("select owner from recovery_code where hash = :hash")
                .param("hash", code.hash())
                .query(UUID.class)
                .optional()
                .map(OwnerId::new);
    }

    private void insert(OwnerId owner, RecoveryCode code) {
        jdbc.sql("insert into recovery_code (hash, owner) values (:hash, :owner)")
                .param("hash", code.hash())
                .param("owner", owner.value())
                .update();
    }
}
