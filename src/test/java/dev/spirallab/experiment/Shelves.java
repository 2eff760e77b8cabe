package dev.spirallab.experiment;

import dev.spirallab.run.RunShelf;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shelves for runs, without an application around. */
public final class Shelves {
    private Shelves() {}

    public static RunShelf on(DataSource database) {
        return on(database, KeepingSettings.standard());
    }

    static RunShelf on(DataSource database, KeepingSettings settings) {
        return new JdbcRunShelf(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                settings,
                Clock.systemUTC());
    }
}
