package dev.spirallab.experiment;

import com.zaxxer.hikari.HikariDataSource;

class H2ContentsTest extends ContentsTest {
    @Override
    HikariDataSource open() {
        return Databases.h2();
    }
}
