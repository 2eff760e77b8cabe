package dev.spirallab.ui.keep;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.spirallab.experiment.ExperimentId;
import dev.spirallab.i18n.Texts;
import dev.spirallab.ui.kit.Icon;
import java.util.Map;

/** Says beside the title whether the work is saved; that the server is away, the browser notes. */
@JsModule("./keep/unsent.ts")
public final class SavedState extends Div {
    private static final String NOTE_OFFLINE =
            """
            const connection = window.Vaadin?.connectionState;
            const show = () => {
              const offline = ['reconnecting', 'connection-lost'].includes(connection?.state);
              const trains = document.querySelector('.lab-state')?.dataset.state === 'running';
              this.toggleAttribute('data-offline', offline);
              try {
                if (!offline) sessionStorage.removeItem('spirallab.interrupted');
                else if (trains) sessionStorage.setItem('spirallab.interrupted', 'true');
              } catch { /* nothing is remembered here */ }
            };
            connection?.addStateChangeListener(show);
            show();
            """;

    private final Texts texts;
    private final Span words = new Span();
    private final Span alarm = new Span();
    private final Button retry;

    /**
     * @param onRetry wishes that saving be tried again now
     */
    public SavedState(Texts texts, Runnable onRetry) {
        this.texts = texts;
        addClassName("lab-saved");
        retry = new Button(texts.of("share.saved.retry"), _ -> onRetry.run());
        retry.addThemeVariants(ButtonVariant.SMALL);
        words.addClassName("lab-saved-words");
        alarm.getElement().setAttribute("role", "alert");
        Span offline = new Span(texts.of("share.saved.offline"));
        offline.addClassName("lab-saved-offline");
        add(Icon.SAVED.create(), words, alarm, offline, retry);
        show(new Keeping.State.Untouched());
    }

    public void show(Keeping.State state) {
        switch (state) {
            case Keeping.State.Untouched() -> show("untouched", texts.of("share.saved.untouched"));
            case Keeping.State.Underway() -> show("underway", texts.of("share.saved.underway"));
            case Keeping.State.Done() -> show("done", texts.of("share.saved.done"));
            case Keeping.State.Failed(String why) -> {
                show("failed", "");
                alarm.setText(texts.of("share.saved.failed", "why", why));
            }
            case Keeping.State.LeftUnsaved(String title, String why) -> {
                show("failed", "");
                alarm.setText(texts.of("share.saved.left", Map.of("title", title, "why", why)));
            }
        }
        retry.setVisible(
                state instanceof Keeping.State.Failed
                        || state instanceof Keeping.State.LeftUnsaved);
    }

    /**
     * Gives fields once more what the page before gave them in vain, if it showed this experiment.
     */
    public void catchUp(ExperimentId shown) {
        getElement().executeJs("window.spiralLabReplay?.($0)", shown.toString());
    }

    /** Nothing is saved here: people look only. */
    public void showReadOnly() {
        show("readOnly", texts.of("share.saved.readOnly"));
        retry.setVisible(false);
    }

    private void show(String kind, String text) {
        getElement().setAttribute("data-state", kind);
        words.setText(text);
        alarm.setText("");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(NOTE_OFFLINE);
    }
}
