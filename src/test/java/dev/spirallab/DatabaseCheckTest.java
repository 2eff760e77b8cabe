package dev.spirallab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class DatabaseCheckTest {
    @TempDir private Path folder;

    @Test
    void aFolderIsMadeAndGivenFreeAgain() {
        Path data = folder.resolve("new/data");

        check(file(data));

        assertThat(data.resolve("spirallab.mv.db")).exists();
        assertThat(catchThrowable(() -> check(file(data)))).isNull();
    }

    @Test
    void ofAFolderThatAnotherProcessUsesTheNameAndTheRemedyAreSaid() throws IOException {
        check(file(folder));

        try (FileChannel other =
                FileChannel.open(
                        folder.resolve("spirallab.mv.db"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            assertThat(other.lock().isValid()).isTrue();
            FailureAnalysis analysis = analysis(file(folder));
            assertThat(analysis.getDescription()).contains("another Spiral Lab", folder.toString());
            assertThat(analysis.getAction()).contains("--data FOLDER", "--spirallab.data=");
        }
    }

    @Test
    void ofAFileThatIsNoDatabaseItIsSaidWhatToDo() throws IOException {
        Files.writeString(folder.resolve("spirallab.mv.db"), "no database");

        assertThat(analysis(file(folder)).getAction()).contains("moved away", "backup");
    }

    @Test
    void ofAServerThatDoesNotAnswerTheAddressIsSaidAndNoPassword() {
        FailureAnalysis analysis = analysis("jdbc:postgresql://localhost:1/lab?password=secret");

        assertThat(analysis.getDescription()).contains("jdbc:postgresql://localhost:1/lab.");
        assertThat(analysis.getAction()).contains("spring.datasource.url");
        assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"28P01, spring.datasource.password", "3D000, createdb", "53300, spring.datasource"})
    void everyFailureHasItsRemedy(String state, String remedy) {
        var place = new DatabasePlace("jdbc:postgresql://localhost/lab");
        var failure = new DatabaseUnavailable(place, new SQLException("no", state));

        assertThat(analysis(failure).getAction()).contains(remedy);
    }

    private static String file(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("spirallab") + ";TRACE_LEVEL_FILE=0";
    }

    private static void check(String url) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment().withProperty("spring.datasource.url", url));
        new DatabaseCheck().initialize(context);
    }

    private static FailureAnalysis analysis(String url) {
        return analysis(catchThrowable(() -> check(url)));
    }

    private static FailureAnalysis analysis(Throwable failure) {
        assertThat(failure).isInstanceOf(DatabaseUnavailable.class);
        return Objects.requireNonNull(new DatabaseFailureAnalyzer().analyze(failure));
    }
}
