package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.experiment.Links.Sharing;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.spec.Experiment;
import dev.spirallab.spec.json.Templates;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept in a file is there again, however the process ended. */
class SurvivalTest {
    private static final Experiment SPIRAL = Templates.get(Templates.FIRST);
    private static final int CHANGES = 100;
    private static final Pattern KEPT =
            Pattern.compile("kept (?<owner>\\S{36}) (?<id>\\S{36}) (?<revision>\\d+)\\.");

    @TempDir private Path folder;

    @Test
    void theDatabaseIsOpenedAgain() {
        OwnerId owner = OwnerId.random();
        ExperimentId id;
        LinkToken token;
        try (HikariDataSource database = Databases.h2(folder)) {
            Keeping keeping = Scribe.keeping(database);
            id = ((Saving.Saved) keeping.experiments().create(owner, SPIRAL)).summary().id();
            keeping.experiments().keepVersion(owner, id, "good");
            Sharing sharing =
                    keeping.links().share(owner, Optional.of(id), SPIRAL, Optional.empty());
            token = ((Sharing.Made) sharing).token();
        }

        try (HikariDataSource database = Databases.h2(folder)) {
            Keeping keeping = Scribe.keeping(database);
            assertThat(keeping.experiments().find(owner, id).orElseThrow().experiment())
                    .isEqualTo(SPIRAL);
            assertThat(keeping.experiments().versions(owner, id)).hasSize(1);
            assertThat(keeping.links().open(token).orElseThrow().experiment()).isEqualTo(SPIRAL);
        }
    }

    @Test
    void aProcessThatIsKilledLosesNothingThatItSaidWasKept() throws Exception {
        List<Matcher> told = tellAndKill();

        try (HikariDataSource database = Databases.h2(folder)) {
            Experiments experiments = Scribe.keeping(database).experiments();
            assertThat(told).hasSizeGreaterThanOrEqualTo(CHANGES);
            for (Matcher line : told) {
                OwnerId owner = new OwnerId(UUID.fromString(line.group("owner")));
                ExperimentId id = new ExperimentId(UUID.fromString(line.group("id")));
                assertThat(experiments.find(owner, id).orElseThrow().revision())
                        .isGreaterThanOrEqualTo(Long.parseLong(line.group("revision")));
            }
        }
    }

    /** All that was told before the kill. */
    private List<Matcher> tellAndKill() throws IOException, InterruptedException {
        Process scribe =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Scribe.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader lines = scribe.inputReader()) {
            List<Matcher> told = new ArrayList<>(told(lines.lines()).limit(CHANGES).toList());
            scribe.toHandle().destroyForcibly();
            told(lines.lines()).forEach(told::add);
            return told;
        } finally {
            scribe.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    /** Whole lines only: the last one may be cut. */
    private static Stream<Matcher> told(Stream<String> lines) {
        return lines.map(KEPT::matcher).filter(Matcher::matches);
    }
}
