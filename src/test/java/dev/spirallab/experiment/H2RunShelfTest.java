package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class H2RunShelfTest extends RunShelfTest {
    @Override
    HikariDataSource open() {
        return Databases.h2();
    }
}
