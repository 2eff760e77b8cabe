package dev.spirallab.stream;

import dev.spirallab.frame.Frame;
import dev.spirallab.frame.FrameCodec;
import dev.spirallab.frame.RunState;
import dev.spirallab.run.View;
import dev.spirallab.run.Viewer;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * One viewer's thread: waits for news, sends it, waits until it is sent. It asks for the next only
 * then, so a slow connection has no queue, and holds up nobody else.
 */
final class Watching {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private final WebSocketSession session;
    private final Viewer viewer;
    private final Thread thread;
    private View view;

    Watching(WebSocketSession session, Viewer viewer, View view) {
        this.session = session;
        this.viewer = viewer;
        this.view = view;
        this.thread = Thread.ofVirtual().name("viewer-" + session.getId()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * @param wishes JSON, such as {@code {"fps": 10}}
     */
    void show(String wishes) {
        view = Wishes.changed(view, wishes);
        viewer.show(view);
    }

    void end() {
        viewer.close();
        thread.interrupt();
    }

    private void run() {
        try {
            session.close(deliver());
        } catch (IOException | IllegalStateException e) { // the latter for a session just closed
            LOG.debug("A viewer went away", e);
            closeBroken();
        } catch (InterruptedException _) {
            LOG.debug("A viewer left");
        } finally {
            viewer.close();
        }
    }

    /** Until the run is closed. */
    private CloseStatus deliver() throws IOException, InterruptedException {
        List<Frame> frames = viewer.next();
        while (!frames.isEmpty()) {
            session.sendMessage(new BinaryMessage(FrameCodec.encode(frames)));
            if (frames.stream().anyMatch(Watching::saysClosed)) {
                return RunSocket.OVER;
            }
            frames = viewer.next();
        }
        return CloseStatus.NORMAL;
    }

    private static boolean saysClosed(Frame frame) {
        return frame instanceof Frame.State state && state.state() == RunState.CLOSED;
    }

    private void closeBroken() {
        try {
            session.close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (IOException e) {
            LOG.debug("It was gone already", e);
        }
    }
}
