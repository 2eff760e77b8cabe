package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class H2KeepingTest extends KeepingTest {
    @Override
    HikariDataSource open() {
        return Databases.h2();
    }
}
