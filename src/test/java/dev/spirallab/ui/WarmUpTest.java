package dev.spirallab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** With the server that the browser tests use, which does not warm up by itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WarmUpTest {
    @LocalServerPort private int port;
    @Autowired private WarmUp warmUp;
    @Autowired private JdbcTemplate database;

    @Test
    void aWholePageIsWrittenForNobodyAndNothingIsLeftOfIt() {
        List<Integer> before = kept();

        int letters = warmUp.warm();

        assertThat(letters).isGreaterThan(100_000);
        assertThat(kept()).isEqualTo(before);
        assertThat(UI.getCurrent()).isNull();
        assertThat(VaadinSession.getCurrent()).isNull();
    }

    @Test
    void theFirstVisitorFetchesAllThatABrowserNeedsAndLeavesNothingEither() throws IOException {
        List<Integer> before = kept();

        int bytes = FirstVisitor.visit("http://localhost:" + port + "/");

        assertThat(bytes).isGreaterThan(100_000); // the texts alone are as many
        assertThat(kept()).isEqualTo(before);
    }

    /** How many rows each table has. */
    private List<Integer> kept() {
        return database
                .queryForList(
                        "select table_name from information_schema.tables"
                                + " where table_schema = 'public' order by table_name",
                        String.class)
                .stream()
                .map(table ->
                        database.queryForObject("select count(*) from " + table, Integer.class))
                .toList();
    }
}
