package dev.spirallab.ui.kit;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits until the hand rests before something is done; the last wish counts. */
public final class Pause {
    private static final Duration REST = Duration.ofMillis(150);

    private final UI ui;
    private final Duration rest;
    private @Nullable Runnable wish;

    public Pause(UI ui) {
        this(ui, REST);
    }

    /**
     * @param rest how long
     */
    public Pause(UI ui, Duration rest) {
        this.ui = ui;
        this.rest = rest;
    }

    public void then(Runnable wished) {
        wish = wished;
        Thread.startVirtualThread(() -> rest(wished));
    }

    private void rest(Runnable wished) {
        try {
            Thread.sleep(rest);
            ui.accessLater(() -> fulfil(wished), () -> {}).run();
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private void fulfil(Runnable wished) {
        if (wished.equals(wish)) {
            finish();
        }
    }

    /** Does at once what is still waiting. */
    public void finish() {
        Runnable waiting = wish;
        wish = null;
        if (waiting != null) {
            waiting.run();
        }
    }

    /** Whether something is waiting. */
    public boolean resting() {
        return wish != null;
    }

    public void cancel() {
        wish = null;
    }
}
