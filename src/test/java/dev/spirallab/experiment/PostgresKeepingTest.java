package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class PostgresKeepingTest extends KeepingTest {
    @Override
    HikariDataSource open() {
        return Databases.postgres();
    }
}
