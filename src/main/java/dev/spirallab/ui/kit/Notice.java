package dev.spirallab.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** A line above the graph that says what stands in the way, with a button to mend it. */
public final class Notice extends Div {
    /** How it looks: news, a warning, or an error. */
    public enum Tone {
        NEWS,
        WARNING,
        ERROR
    }

    /** What is said, and what a click would do about it. */
    public record Word(Tone tone, String text, Optional<Mend> mend) {
        private static final Word NONE = new Word(Tone.NEWS, "");

        public Word(Tone tone, String text) {
            this(tone, text, Optional.empty());
        }

        public Word(Tone tone, String text, String label, Runnable action) {
            this(tone, text, Optional.of(new Mend(label, action)));
        }
    }

    public record Mend(String label, Runnable action) {}

    private Word shown = Word.NONE;

    public Notice() {
        addClassName("lab-notice");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** The button stays the same one while the words do, so that no click on it goes astray. */
    public void say(Optional<Word> word) {
        setVisible(word.isPresent());
        Word before = shown;
        shown = word.orElse(Word.NONE);
        if (!looksLike(before)) {
            show(shown);
        }
    }

    private boolean looksLike(Word before) {
        return shown.tone() == before.tone()
                && shown.text().equals(before.text())
                && shown.mend().map(Mend::label).equals(before.mend().map(Mend::label));
    }

    private void show(Word word) {
        removeAll();
        getElement().setAttribute("data-tone", word.tone().name().toLowerCase(Locale.ROOT));
        add((word.tone() == Tone.NEWS ? Icon.INFO : Icon.WARNING).create(), new Span(word.text()));
        word.mend().map(mend -> button(mend.label())).ifPresent(this::add);
    }

    private Button button(String label) {
        Button button = new Button(label, _ -> shown.mend().ifPresent(mend -> mend.action().run()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
