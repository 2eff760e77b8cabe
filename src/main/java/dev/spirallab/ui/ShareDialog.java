package dev.spirallab.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.spirallab.run.RunId;

/** Gives the link with which others watch the run. */
final class ShareDialog extends Dialog {
    private final TextField link = new TextField();

    ShareDialog(Texts texts, RunId run) {
        addClassName("lab-share");
        setHeaderTitle(texts.of("workbench.share"));
        link.setLabel(texts.of("workbench.share.link"));
        link.setReadOnly(true);
        link.setWidthFull();
        add(new Paragraph(texts.of("workbench.share.hint")), link);
        getFooter().add(new Button(texts.of("workbench.close"), _ -> close()), copy(texts));
        getElement()
                .executeJs("return new URL('?run=' + $0, document.baseURI).href", run.value())
                .then(String.class, link::setValue);
    }

    private Button copy(Texts texts) {
        Button copy = new Button(texts.of("workbench.share.copy"), Icon.LINK.create());
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(_ -> {
            Clipboard.copy(link.getValue());
            copy.setText(texts.of("workbench.copied"));
        });
        return copy;
    }
}
