package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A line above the graph that says what stands in the way, with a button to mend it. */
final class Notice extends Div {
    /** How it looks: news, a warning, or an error. */
    enum Tone {
        NEWS,
        WARNING,
        ERROR
    }

    Notice() {
        addClassName("lab-notice");
        getElement().setAttribute("role", "status");
        clear();
    }

    void clear() {
        setVisible(false);
        removeAll();
    }

    void say(Tone tone, String text) {
        removeAll();
        setVisible(true);
        getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
        add((tone == Tone.NEWS ? Icon.INFO : Icon.WARNING).create(), new Span(text));
    }

    void say(Tone tone, String text, String action, Runnable mend) {
        say(tone, text);
        Button button = new Button(action, _ -> mend.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        add(button);
    }
}
