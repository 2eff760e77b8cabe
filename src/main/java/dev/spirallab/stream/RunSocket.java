package dev.spirallab.stream;

import dev.spirallab.run.Run;
import dev.spirallab.run.RunId;
import dev.spirallab.run.Runs;
import dev.spirallab.run.TooManyViewers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The WebSocket of a run: {@code /stream/runs/{id}?attempt=0&from=0&fps=30&grid=100&boundary=true},
 * all parameters optional; see {@link dev.spirallab.run.View} and {@link dev.spirallab.run.Cursor}.
 * Sends frames ({@link dev.spirallab.frame.FrameCodec}), takes JSON texts such as {@code
 * {"boundary": false}}. Closes with {@link #UNKNOWN} or {@link #OVER} where there is nothing to
 * watch, with {@link #CROWDED} where there is no place.
 */
final class RunSocket extends AbstractWebSocketHandler {
    static final CloseStatus UNKNOWN = new CloseStatus(4404, "no such run");
    static final CloseStatus OVER = new CloseStatus(4410, "the run is closed");
    static final CloseStatus CROWDED = new CloseStatus(4429, "too many watch this run");

    /** An image of 256 pixels a side in three channels, in Base64, has some 260,000 characters. */
    private static final int MOST_CHARACTERS = 300_000;

    private final Runs runs;
    private final Duration sendTimeout;
    private final Map<String, Watching> watching = new ConcurrentHashMap<>();

    RunSocket(Runs runs, Duration sendTimeout) {
        this.runs = runs;
        this.sendTimeout = sendTimeout;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        limitSending(session);
        session.setTextMessageSizeLimit(MOST_CHARACTERS);
        URI uri = Objects.requireNonNull(session.getUri());
        RunId id = id(uri);
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            session.close(runs.isOver(id) ? OVER : UNKNOWN);
        } else {
            watch(session, run.get(), uri);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message)
            throws IOException {
        Watching watched = watching.get(session.getId());
        if (watched == null) {
            return;
        }
        try {
            watched.show(message.getPayload());
        } catch (IllegalArgumentException e) {
            session.close(CloseStatus.BAD_DATA);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Watching watched = watching.remove(session.getId());
        if (watched != null) {
            watched.end();
        }
    }

    private void watch(WebSocketSession session, Run run, URI uri) throws IOException {
        try {
            Wishes wishes = Wishes.of(UriComponentsBuilder.fromUri(uri).build().getQueryParams());
            Watching watched =
                    new Watching(session, run.watch(wishes.view(), wishes.cursor()), wishes.view());
            watching.put(session.getId(), watched);
            watched.start();
        } catch (IllegalArgumentException e) {
            session.close(CloseStatus.BAD_DATA);
        } catch (TooManyViewers e) {
            session.close(CROWDED);
        }
    }

    /** Tomcat gives up on a viewer that accepts nothing for so long. */
    private void limitSending(WebSocketSession session) {
        if (session instanceof NativeWebSocketSession wrapper
                && wrapper.getNativeSession() instanceof jakarta.websocket.Session tomcat) {
            tomcat.getUserProperties()
                    .put(
                            "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT",
                            sendTimeout.toMillis());
        }
    }

    private static RunId id(URI uri) {
        String path = uri.getPath();
        return new RunId(path.substring(path.lastIndexOf('/') + 1));
    }
}
