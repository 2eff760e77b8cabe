package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class PostgresRunShelfTest extends RunShelfTest {
    @Override
    HikariDataSource open() {
        return Databases.postgres();
    }
}
