package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept, on one make of database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class KeepingTest {
    private static final Experiment SPIRAL = Templates.get("spiral-relu");

    private HikariDataSource database;
    private Keeping keeping;

    abstract HikariDataSource open();

    @BeforeAll
    void openDatabase() {
        database = open();
        keeping = keeping(KeepingSettings.standard(), Clock.systemUTC());
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    private Keeping keeping(KeepingSettings settings, Clock clock) {
        return new Keeping(
                JdbcClient.create(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                settings,
                clock);
    }

    @Test
    void whatIsCreatedIsFoundAgain() {
        OwnerId owner = OwnerId.random();

        Saving.Saved saved = (Saving.Saved) keeping.experiments().create(owner, SPIRAL);

        Kept kept = keeping.experiments().find(owner, saved.summary().id()).orElseThrow();
        assertThat(kept.experiment()).isEqualTo(SPIRAL);
        assertThat(kept.summary()).isEqualTo(saved.summary());
        assertThat(keeping.experiments().list(owner)).containsExactly(kept.summary());
        Saving next = keeping.experiments().save(owner, kept.id(), 1, SPIRAL.withTitle("b"));
        assertThat(next).isInstanceOf(Saving.Saved.class);
        assertThat(keeping.experiments().save(owner, kept.id(), 1, SPIRAL.withTitle("c")))
                .isInstanceOf(Saving.Outdated.class);
        assertThat(keeping.experiments().delete(owner, kept.id())).isTrue();
        assertThat(keeping.experiments().list(owner)).isEmpty();
    }
}
