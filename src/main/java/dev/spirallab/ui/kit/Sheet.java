package dev.spirallab.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.spirallab.i18n.Texts;

/** A dialog with a heading and a cross that closes it. */
public abstract class Sheet extends Dialog {

    /**
     * @param name its class name in the style sheet, such as {@code lab-mine}
     */
    protected Sheet(Texts texts, String name, String heading) {
        addClassNames("lab-sheet", name);
        setHeaderTitle(heading);
        Button close = new Button(Icon.CLOSE.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(texts.of("workbench.close"));
        getHeader().add(close);
    }
}
