package dev.spirallab.experiment;

import dev.spirallab.dataset.Contents;
import dev.spirallab.owner.Belongings;
import dev.spirallab.owner.Erasure;
import dev.spirallab.run.RunShelf;
import dev.spirallab.run.Runs;
import dev.spirallab.run.SweepShelf;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionOperations;

@EnableScheduling
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeepingSettings.class)
class KeepingConfiguration {

    @Bean
    Keeping keeping(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Runs runs,
            KeepingSettings settings) {
        return new Keeping(jdbc, transaction, runs, settings, Clock.systemUTC());
    }

    @Bean
    RunShelf runShelf(
            JdbcClient jdbc, TransactionOperations transaction, KeepingSettings settings) {
        return new JdbcRunShelf(jdbc, transaction, settings, Clock.systemUTC());
    }

    @Bean
    SweepShelf sweepShelf(
            JdbcClient jdbc, TransactionOperations transaction, KeepingSettings settings) {
        return new JdbcSweepShelf(jdbc, transaction, settings, Clock.systemUTC());
    }

    /** Spring Boot's transaction manager takes it. */
    @Bean
    WriteThrough writeThrough(DataSource database) {
        return new WriteThrough(database);
    }

    @Bean
    Experiments experiments(Keeping keeping) {
        return keeping.experiments();
    }

    @Bean
    Links links(Keeping keeping) {
        return keeping.links();
    }

    @Bean
    Watches watches(Keeping keeping) {
        return keeping.watches();
    }

    @Bean
    Uploads uploads(Keeping keeping) {
        return keeping.uploads();
    }

    @Bean
    Contents contents(JdbcClient jdbc) {
        return new JdbcContents(jdbc);
    }

    @Bean
    Erasure erasure(TransactionOperations transaction, List<Belongings> belongings) {
        return new Erasure(transaction, belongings);
    }

    @Bean
    Broom broom(Keeping keeping, Erasure erasure, KeepingSettings settings) {
        return new Broom(keeping, erasure, settings, Clock.systemUTC());
    }
}
