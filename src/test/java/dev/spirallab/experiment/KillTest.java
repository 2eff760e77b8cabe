package dev.spirallab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.spirallab.engine.Weights;
import dev.spirallab.frame.EndReason;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.owner.OwnerId;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.KeptRun;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.RunRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed loses next to nothing. */
class KillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What may be lost of a run's history. */
    private static final long MILLIS = 5_000;

    private final OwnerId owner = new OwnerId(UUID.randomUUID());
    private final Random random = new Random();
    @TempDir private Path folder;

    @Test
    void nothingSavedIsLostAndOfARunAtMostTheLastFiveSeconds() throws Exception {
        Story story = live(List.of(), 6_000);
        story = live(story.names(), 5_600);
        assertEndsAsIfNothingHadHappened(new RunId(story.names().get(1)));
    }

    /** Lets a server live for about so long, kills it, and looks at what it left. */
    private Story live(List<String> names, int millis) throws Exception {
        Process server = server(names);
        Story story = new Story(server);
        await().atMost(PATIENCE).until(() -> story.has("kept"));
        Thread.sleep(millis + random.nextInt(500));
        server.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        long killed = System.currentTimeMillis();
        story.awaitEnd();
        try (HikariDataSource database = Databases.h2(folder);
                RunRegistry runs = ServerToBeKilled.registry(Shelves.on(database))) {
            assertThat(story.pointsBefore(killed - MILLIS)).isPositive();
            KeptRun run = Shelves.on(database).find(new RunId(story.names().get(1))).orElseThrow();
            assertThat(run.points())
                    .hasSizeGreaterThanOrEqualTo(story.last("kept"))
                    .hasSizeGreaterThanOrEqualTo(story.pointsBefore(killed - MILLIS));
            ExperimentId id = new ExperimentId(UUID.fromString(story.names().getFirst()));
            Kept kept = ServerToBeKilled.experiments(database, runs).find(owner, id).orElseThrow();
            assertThat(kept.revision()).isGreaterThanOrEqualTo(story.last("saved"));
            assertThat(kept.experiment().title()).isEqualTo("after " + (kept.revision() - 1));
        }
        return story;
    }

    private Process server(List<String> names) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dai.djl.offline=true",
                                ServerToBeKilled.class.getName(),
                                folder.toString(),
                                owner.toString()));
        command.addAll(names);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void assertEndsAsIfNothingHadHappened(RunId id) {
        try (HikariDataSource database = Databases.h2(folder);
                RunRegistry runs = ServerToBeKilled.registry(Shelves.on(database))) {
            Run killed = runs.find(owner, id).orElseThrow();
            killed.command(new Command.Pace(0));
            Run calm =
                    ((Admission.Admitted)
                                    runs.start(
                                            ServerToBeKilled.experiment(),
                                            RunOptions.AT_FULL_SPEED))
                            .run();
            ended(killed);
            ended(calm);
            assertThat(points(killed)).containsAll(points(calm));
            assertThat(values(killed)).isEqualTo(values(calm));
        }
    }

    private static void ended(Run run) {
        run.command(new Command.Play());
        await().atMost(PATIENCE).until(() -> run.status().reason() == EndReason.EPOCHS);
    }

    private static List<MetricPoint> points(Run run) {
        return run.history(0).points();
    }

    private static List<String> values(Run run) {
        return run.weights().join().entrySet().stream().map(KillTest::text).sorted().toList();
    }

    private static String text(Map.Entry<String, Weights> node) {
        Weights weights = node.getValue();
        return node.getKey() + Arrays.toString(weights.weight()) + Arrays.toString(weights.bias());
    }

    /** What a server said. */
    private static final class Story {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread reader;

        private Story(Process server) {
            reader = Thread.ofVirtual().start(() -> read(server));
        }

        private void read(Process server) {
            try (BufferedReader output =
                    new BufferedReader(
                            new InputStreamReader(
                                    server.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void awaitEnd() throws InterruptedException {
            reader.join();
        }

        private boolean has(String kind) {
            return lines.stream().anyMatch(line -> line.startsWith(kind));
        }

        /** Of the experiment and the run. */
        private List<String> names() {
            return List.of(words("names").getFirst()).subList(1, 3);
        }

        /** The number that it said last of something. */
        private int last(String kind) {
            return Integer.parseInt(words(kind).getLast()[1]);
        }

        /** How many points there were at a time. */
        private int pointsBefore(long millis) {
            return words("at").stream()
                    .filter(words -> Long.parseLong(words[1]) <= millis)
                    .mapToInt(words -> Integer.parseInt(words[2]))
                    .max()
                    .orElse(0);
        }

        private List<String[]> words(String kind) {
            return lines.stream()
                    .filter(line -> line.startsWith(kind + " "))
                    .map(line -> line.split(" "))
                    .toList();
        }
    }
}
