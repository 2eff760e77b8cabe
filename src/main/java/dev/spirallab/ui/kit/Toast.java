package dev.spirallab.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.spirallab.i18n.Texts;

/**
 * A sentence about what was just done, with a way to go on from there. It stands where it hides
 * neither the layers nor what the model costs.
 */
public final class Toast extends Notification {
    private static final int LONG = 20_000;
    private static final int BRIEF = 8_000;

    private final Div content = new Div();

    public Toast(Texts texts, String text) {
        Button close = new Button(Icon.CLOSE.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.setAriaLabel(texts.of("workbench.close"));
        content.addClassName("lab-toast");
        content.add(new Span(text), close);
        setDuration(LONG);
        setPosition(Position.BOTTOM_CENTER);
        add(content);
    }

    /** For what can be seen, and taken back in another way, as well. */
    public Toast brief() {
        setDuration(BRIEF);
        return this;
    }

    /** Puts a button beside the sentence; the toast goes when it is pressed. */
    public void offer(String label, Runnable action) {
        Button button =
                new Button(
                        label,
                        _ -> {
                            close();
                            action.run();
                        });
        button.addThemeVariants(ButtonVariant.SMALL);
        content.addComponentAtIndex(1, button);
    }
}
