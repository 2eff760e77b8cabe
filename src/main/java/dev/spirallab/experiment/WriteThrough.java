package dev.spirallab.experiment;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Has H2 write every commit to its file before the transaction counts as over, so that nothing of
 * it is lost when the process is killed. By itself H2 writes within half a second. It can also be
 * told to write at once ({@code WRITE_DELAY=0}), but then it stops tidying its file up, which grows
 * without end. PostgreSQL needs no telling.
 */
final class WriteThrough implements TransactionExecutionListener {
    private final JdbcClient jdbc;
    private final boolean h2;

    WriteThrough(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.h2 =
                Boolean.TRUE.equals(
                        new JdbcTemplate(database)
                                .execute((Connection connection) ->
                                        connection
                                                .getMetaData()
                                                .getDatabaseProductName()
                                                .equals("H2")));
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        if (h2 && failure == null) {
            jdbc.sql("checkpoint").update();
        }
    }
}
