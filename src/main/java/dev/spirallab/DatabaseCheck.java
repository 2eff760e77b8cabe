package dev.spirallab;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Opens the database before anything is started, so that what is wrong with it is all that is said.
 */
final class DatabaseCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * @throws DatabaseUnavailable where it cannot be opened
     */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        DatabasePlace place = DatabasePlace.of(environment);
        try (Connection _ = DriverManager.getConnection(place.url(), account(environment))) {
            // it can be opened
        } catch (SQLException e) {
            throw new DatabaseUnavailable(place, e);
        }
    }

    private static Properties account(Environment environment) {
        Properties account = new Properties();
        put(account, "user", environment.getProperty("spring.datasource.username", ""));
        put(account, "password", environment.getProperty("spring.datasource.password", ""));
        return account;
    }

    private static void put(Properties account, String name, String value) {
        if (!value.isEmpty()) {
            account.setProperty(name, value);
        }
    }
}
