package dev.spirallab.account;

import dev.spirallab.owner.RandomBits;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The key that signs cookies: made at the first start and kept in the database, so that browsers
 * stay who they are after a restart, and on every server that shares the database.
 */
@Component
class ServerSecret {
    private static final String NAME = "cookie";
    private static final int BYTES = 32;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final byte[] key;

    ServerSecret(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        key = Base64.getDecoder().decode(find().orElseGet(this::make));
    }

    byte[] key() {
        return key.clone();
    }

    private Optional<String> find() {
        return jdbc.sql("select secret from server_secret where name = :name")
                .param("name", NAME)
                .query(String.class)
                .optional();
    }

    /** Of two servers that start at once on a new database, the first one's holds. */
    private String make() {
        String made = Base64.getEncoder().encodeToString(RandomBits.bytes(BYTES));
        try {
            transaction.executeWithoutResult(_ -> insert(made));
            return made;
        } catch (DuplicateKeyException _) {
            return find().orElseThrow();
        }
    }

    private void insert(String secret) {
        jdbc.sql("insert into server_secret (name, secret) values (:name, :secret)")
                .param("name", NAME)
                .param("secret", secret)
                .update();
    }
}
