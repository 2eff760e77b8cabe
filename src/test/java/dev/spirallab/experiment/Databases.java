package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Empty databases with all tables, of each make that the application runs on. */
public final class Databases {
    private static final String LIKE_THE_APPLICATIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000"
                    + ";OPTIMIZE_REUSE_RESULTS=0";

    private Databases() {}

    /** One in memory; it is gone when it is closed. */
    public static HikariDataSource h2() {
        return open("jdbc:h2:mem:" + UUID.randomUUID() + LIKE_THE_APPLICATIONS, "sa");
    }

    /** One in a file; it is there again when it is opened again. */
    public static HikariDataSource h2(Path folder) {
        return open(
                "jdbc:h2:file:"
                        + folder.resolve("spirallab").toAbsolutePath()
                        + LIKE_THE_APPLICATIONS,
                "sa");
    }

    /** One of a real PostgreSQL server, which all tests share. */
    public static HikariDataSource postgres() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return open(Server.RUNNING.getJdbcUrl("postgres", name), "postgres");
    }

    /** Transactions as the application's: over when they are written. */
    public static TransactionTemplate transactions(DataSource database) {
        JdbcTransactionManager manager = new JdbcTransactionManager(database);
        manager.addListener(new WriteThrough(database));
        return new TransactionTemplate(manager);
    }

    private static HikariDataSource open(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        HikariDataSource database = new HikariDataSource(config);
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    /** Started when the first test asks for it; it ends with the tests. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
