package dev.spirallab.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** A button that asks once more before it does what there is no way back from. */
public final class SureButton extends Button {
    private boolean asked;

    /**
     * @param what what it does, as the button shows it and as it is read out
     * @param sure the same, once it asks
     */
    public SureButton(Named what, Named sure, Runnable deed) {
        addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        show(what);
        addClickListener(_ -> {
            if (asked) {
                deed.run();
            } else {
                asked = true;
                addThemeVariants(ButtonVariant.ERROR);
                show(sure);
            }
        });
    }

    /**
     * @param text in sight
     * @param name for those who hear it, without what stands beside it
     */
    public record Named(String text, String name) {}

    private void show(Named named) {
        setText(named.text());
        setAriaLabel(named.name());
    }
}
