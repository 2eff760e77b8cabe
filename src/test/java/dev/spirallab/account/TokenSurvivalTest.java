package dev.spirallab.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.experiment.Databases;
import dev.spirallab.owner.OwnerId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said of tokens holds, however the process ended. */
class TokenSurvivalTest {
    private final OwnerId owner = OwnerId.random();
    @TempDir private Path folder;

    @Test
    void aProcessThatIsKilledLeavesNoRevokedTokenAndLosesNoneThatItTold() throws Exception {
        String told = tellAndDie();

        try (HikariDataSource database = Databases.h2(folder)) {
            Tokens tokens = Notary.tokens(database);
            assertThat(tokens.list(owner)).extracting(ApiToken::name).containsExactly("told");
            assertThat(tokens.use(told)).contains(owner);
        }
    }

    private String tellAndDie() throws IOException, InterruptedException {
        Process notary =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Notary.class.getName(),
                                folder.toString(),
                                owner.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = notary.inputReader()) {
            return lines.lines().filter(line -> line.startsWith("sl_")).findFirst().orElseThrow();
        } finally {
            notary.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }
}
