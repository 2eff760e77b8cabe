package dev.spirallab.account;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that is in the database. */
@TestComponent
class Stored {
    private final JdbcClient jdbc;

    Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each row of each table, as text. */
    List<String> everything() {
        return jdbc
                .sql(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type like '%TABLE'
                        """)
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc.sql("select * from " + table).query().listOfRows().stream())
                .map(Object::toString)
                .toList();
    }
}
