package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** A line above the graph that says what stands in the way, with a button to mend it. */
final class Notice extends Div {
    /** How it looks: news, a warning, or an error. */
    enum Tone {
        NEWS,
        WARNING,
        ERROR
    }

    /** What is said, and what a click would do about it. */
    record Word(Tone tone, String text, Optional<Mend> mend) {
        Word(Tone tone, String text) {
            this(tone, text, Optional.empty());
        }

        Word(Tone tone, String text, String label, Runnable action) {
            this(tone, text, Optional.of(new Mend(label, action)));
        }
    }

    record Mend(String label, Runnable action) {}

    Notice() {
        addClassName("lab-notice");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void say(Optional<Word> word) {
        setVisible(word.isPresent());
        word.ifPresent(this::say);
    }

    private void say(Word word) {
        removeAll();
        getElement().setAttribute("data-tone", word.tone().name().toLowerCase(Locale.ROOT));
        add((word.tone() == Tone.NEWS ? Icon.INFO : Icon.WARNING).create(), new Span(word.text()));
        word.mend().map(Notice::button).ifPresent(this::add);
    }

    private static Button button(Mend mend) {
        Button button = new Button(mend.label(), _ -> mend.action().run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
