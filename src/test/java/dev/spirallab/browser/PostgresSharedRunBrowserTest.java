package dev.spirallab.browser;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.experiment.Databases;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On a server of its own, which goes with the test. */
@DirtiesContext
class PostgresSharedRunBrowserTest extends SharedRunBrowserTest {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        try (HikariDataSource database = Databases.postgres()) {
            String url = database.getJdbcUrl();
            properties.add("spring.datasource.url", () -> url);
            properties.add("spring.datasource.username", () -> "postgres");
        }
    }
}
