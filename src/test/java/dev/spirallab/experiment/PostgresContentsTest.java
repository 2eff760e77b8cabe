package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class PostgresContentsTest extends ContentsTest {
    @Override
    HikariDataSource open() {
        return Databases.postgres();
    }
}
