package dev.spirallab.ui.kit;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits until the hand rests before something is done; the last wish counts. */
public final class Pause {
    private static final Duration REST = Duration.ofMillis(150);

    private final UI ui;
    private @Nullable Runnable wish;

    public Pause(UI ui) {
        this.ui = ui;
    }

    public void then(Runnable wished) {
        wish = wished;
        Thread.startVirtualThread(() -> rest(wished));
    }

    private void rest(Runnable wished) {
        try {
            Thread.sleep(REST);
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

    public void cancel() {
        wish = null;
    }
}
