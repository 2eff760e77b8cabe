package dev.spirallab.experiment;

import dev.spirallab.run.RunShelf;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shelves for runs, without an application around. */
public final class Shelves {
    private Shelves() {}

    public static RunShelf on(DataSource database) {
        return on(database, KeepingSettings.standard());
    }

    static RunShelf on(DataSource database, KeepingSettings settings) {
        return new JdbcRunShelf(
                JdbcClient.create(database),
                Databases.transactions(database),
                settings,
                Clock.systemUTC());
    }
}
