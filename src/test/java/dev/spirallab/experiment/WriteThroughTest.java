package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.transaction.ConfigurableTransactionManager;

/** What it is good for is seen in {@link SurvivalTest}. */
class WriteThroughTest {
    @Test
    void theApplicationsTransactionsAreWrittenThrough() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                DataSourceAutoConfiguration.class,
                                TransactionManagerCustomizationAutoConfiguration.class,
                                DataSourceTransactionManagerAutoConfiguration.class))
                .withBean(WriteThrough.class)
                .run(context ->
                        assertThat(
                                        context.getBean(ConfigurableTransactionManager.class)
                                                .getTransactionExecutionListeners())
                                .hasAtLeastOneElementOfType(WriteThrough.class));
    }
}
