package dev.spirallab.stream;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.FrameReader;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A viewer as a browser is one; reads all that comes, or stops when it has had enough. */
final class Spectator implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Predicate<Frame> enough;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;
    private boolean sated;

    private Spectator(Predicate<Frame> enough) {
        this.enough = enough;
    }

    static Spectator connect(URI address, String origin) {
        return connect(address, origin, frame -> false);
    }

    /**
     * @param enough the frame after which it reads no more
     */
    static Spectator connect(URI address, String origin, Predicate<Frame> enough) {
        Spectator spectator = new Spectator(enough);
        WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        spectator.socket = builder.buildAsync(address, spectator).join();
        return spectator;
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** All frames up to the first of that kind. */
    List<Frame> readUntil(Predicate<Frame> enough) throws InterruptedException {
        List<Frame> read = new ArrayList<>();
        while (read.isEmpty() || !enough.test(read.getLast())) {
            Frame frame = frames.poll(2, TimeUnit.MINUTES);
            if (frame == null) {
                throw new AssertionError("nothing more came after " + read.size() + " frames");
            }
            read.add(frame);
        }
        return read;
    }

    int closeCode() {
        return closed.orTimeout(2, TimeUnit.MINUTES).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        message.writeBytes(part);
        if (last) {
            List<Frame> read = FrameReader.read(message.toByteArray());
            message.reset();
            frames.addAll(read);
            sated |= read.stream().anyMatch(enough);
        }
        if (!sated) {
            webSocket.request(1);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
