package dev.spirallab.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.MetricPoint;
import dev.spirallab.run.Admission;
import dev.spirallab.run.Command;
import dev.spirallab.run.Experiments;
import dev.spirallab.run.FakeEngine;
import dev.spirallab.run.Run;
import dev.spirallab.run.RunOptions;
import dev.spirallab.run.Runs;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootTest(
        classes = RunSocketTest.Server.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spirallab.origins=https://lab.example.org", "spirallab.send-timeout=2s"})
class RunSocketTest {

    /** Runs and stream with a made-up engine, without the page. */
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                "com.vaadin.flow.spring.VaadinApplicationConfiguration",
                "com.vaadin.flow.spring.VaadinScopesConfig",
                "com.vaadin.flow.spring.VaadinServletConfiguration"
            })
    @ComponentScan({"dev.spirallab.run", "dev.spirallab.stream"})
    static class Server {
        @Bean
        FakeEngine engine() {
            return new FakeEngine();
        }

        /** Pages need no leave to ask. */
        @Bean
        SecurityFilterChain open(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    private static final Duration LONG = Duration.ofMinutes(2);
    private final List<Spectator> spectators = new ArrayList<>();
    private final List<Run> started = new ArrayList<>();
    @Autowired private Runs runs;
    @Autowired private FakeEngine engine;
    @LocalServerPort private int port;

    @AfterEach
    void closeAll() {
        spectators.forEach(Spectator::close);
        started.forEach(Run::close);
    }

    @Test
    void aViewerSeesTheWholeRun() throws InterruptedException {
        Run run = start(30);
        Spectator spectator = watch(run, "");
        run.command(new Command.Play());
        List<Frame> frames = spectator.readUntil(RunSocketTest::isLast);
        assertThat(frames.getFirst()).isInstanceOf(Frame.State.class);
        assertThat(frames).anyMatch(Frame.Points.class::isInstance);
        assertThat(curve(frames)).extracting(MetricPoint::step).startsWith(0L).endsWith(240L);
        assertThat(spectator.readUntil(frame -> isBoundaryAt(frame, 240))).isNotEmpty();
    }

    @Test
    void twoViewersSeeTheSame() throws InterruptedException {
        Run run = start(30);
        Spectator one = watch(run, "?grid=25");
        Spectator other = watch(run, "?grid=50&fps=5");
        run.command(new Command.Play());
        assertThat(curve(one.readUntil(RunSocketTest::isLast)))
                .isEqualTo(curve(other.readUntil(RunSocketTest::isLast)));
    }

    @Test
    void whoComesBackGetsWhatIsMissing() throws InterruptedException {
        Run run = start(30);
        run.command(new Command.Play());
        List<MetricPoint> all = curve(watch(run, "").readUntil(RunSocketTest::isLast));
        Frame.Metrics rest =
                (Frame.Metrics)
                        watch(run, "?attempt=0&from=5")
                                .readUntil(Frame.Metrics.class::isInstance)
                                .getLast();
        assertThat(rest.firstIndex()).isEqualTo(5);
        assertThat(rest.points()).isEqualTo(all.subList(5, all.size()));
    }

    @Test
    void aViewerMayWantToSeeSomethingElse() throws InterruptedException {
        Run run = start(30);
        Spectator spectator = watch(run, "?grid=25");
        spectator.readUntil(frame -> frame instanceof Frame.Boundary b && b.width() == 25);
        spectator.say("{\"grid\": 50, \"fps\": 60, \"unknown\": []}");
        spectator.readUntil(frame -> frame instanceof Frame.Boundary b && b.width() == 50);
    }

    @Test
    void anUnknownRunIsSaidToBeUnknown() {
        assertThat(spectator("/stream/runs/AAAAAAAAAAAAAAAAAAAAAA").closeCode()).isEqualTo(4404);
    }

    @Test
    void aRunThatIsClosedIsSaidToBeOver() {
        Run run = start(30);
        Spectator before = watch(run, "");
        run.close();
        assertThat(before.closeCode()).isEqualTo(4410);
        assertThat(watch(run, "").closeCode()).isEqualTo(4410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?fps=0", "?fps=61", "?grid=24", "?grid=251", "?grid=x", "?from=-1"})
    void numbersOutOfBoundsAreRefused(String parameters) {
        assertThat(watch(start(1), parameters).closeCode()).isEqualTo(1007);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"grid\": 5000}", "nonsense"})
    void nonsenseEndsTheConnection(String nonsense) {
        Spectator spectator = watch(start(1), "");
        spectator.say(nonsense);
        assertThat(spectator.closeCode()).isEqualTo(1007);
    }

    @Test
    void knownPagesMayWatch() throws InterruptedException {
        Run run = start(1);
        for (String origin :
                List.of(
                        "http://localhost:" + port,
                        "http://127.0.0.1:" + port,
                        "https://lab.example.org")) {
            Spectator spectator = Spectator.connect(address(path(run)), origin);
            spectators.add(spectator);
            assertThat(spectator.readUntil(Frame.State.class::isInstance)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://localhost",
                "http://localhost:1",
                "http://evil.example",
                "http://lab.example.org",
                "https://lab.example.org.evil.example",
                "https://LAB.example.org"
            })
    void otherPagesMayNot(String origin) {
        URI address = address(path(start(1)));
        assertThatThrownBy(() -> Spectator.connect(address, origin))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void whatIsNoWebSocketIsABadRequest() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path(start(1))))
                        .header("Origin", "http://localhost:" + port)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void messagesAreCompressedForWhoCanReadIt() throws IOException {
        String request =
                """
                GET %s HTTP/1.1
                Host: localhost:%d
                Origin: http://localhost:%d
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Extensions: permessage-deflate

                """
                        .formatted(path(start(1)), port, port)
                        .replace("\n", "\r\n");
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(300);
            assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                    .contains("101", "permessage-deflate");
        }
    }

    /** What is drawn for it is all it costs: nothing queues, and nothing is computed in vain. */
    @Test
    void aViewerThatStopsReadingCostsNothingAndIsDropped() throws InterruptedException {
        Run run = start(1_000_000, new RunOptions(2000));
        Spectator stalled =
                Spectator.connect(
                        address(path(run) + "?grid=200&fps=60"),
                        origin(),
                        Frame.Boundary.class::isInstance);
        spectators.add(stalled);
        run.command(new Command.Play());
        stalled.readUntil(Frame.Boundary.class::isInstance);
        int drawn = drawnUntilNothingIs(run);
        long step = run.status().at().step();
        await().atMost(LONG).until(() -> run.status().at().step() > step + 1000);
        assertThat(engine.drawn()).isEqualTo(drawn);
        await().atMost(LONG).until(() -> run.status().viewers() == 0);
        Spectator awake = watch(run, "?grid=25");
        awake.readUntil(frame -> frame.at().step() > step + 1000);
    }

    /** Until what the network holds for the viewer is full. */
    private int drawnUntilNothingIs(Run run) {
        int before = -1;
        while (engine.drawn() != before) {
            before = engine.drawn();
            long step = run.status().at().step();
            await().atMost(LONG).until(() -> run.status().at().step() > step + 500);
        }
        return before;
    }

    @Test
    void whoLeavesIsNoViewerAnyMore() {
        Run run = start(1);
        Spectator spectator = watch(run, "");
        await().atMost(LONG).until(() -> run.status().viewers() == 1);
        spectator.close();
        await().atMost(LONG).until(() -> run.status().viewers() == 0);
    }

    private Run start(int epochs) {
        return start(epochs, RunOptions.AT_FULL_SPEED);
    }

    private Run start(int epochs, RunOptions options) {
        Run run = ((Admission.Admitted) runs.start(Experiments.epochs(epochs), options)).run();
        started.add(run);
        return run;
    }

    private Spectator watch(Run run, String parameters) {
        return spectator(path(run) + parameters);
    }

    private Spectator spectator(String path) {
        Spectator spectator = Spectator.connect(address(path), origin());
        spectators.add(spectator);
        return spectator;
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private URI address(String path) {
        return URI.create("ws://localhost:" + port + path);
    }

    private static String path(Run run) {
        return "/stream/runs/" + run.id().value();
    }

    private static boolean isLast(Frame frame) {
        return frame instanceof Frame.Metrics metrics && metrics.points().getLast().step() == 240;
    }

    private static boolean isBoundaryAt(Frame frame, long step) {
        return frame instanceof Frame.Boundary && frame.at().step() == step;
    }

    private static List<MetricPoint> curve(List<Frame> frames) {
        List<MetricPoint> points = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame instanceof Frame.Metrics metrics) {
                assertThat(metrics.firstIndex()).isEqualTo(points.size());
                points.addAll(metrics.points());
            }
        }
        return points;
    }
}
